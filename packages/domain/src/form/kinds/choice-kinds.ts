import { textIn } from '../../vocabulary/index.ts';
import type { AnswerValue, ChoiceField, ConsentField, FieldOf } from '../form-definition.ts';
import type { FormFaultCode } from '../form-fault.ts';
import { absent, given, wrong, type FieldResult, type KindRules, plainText } from './kind-rules.ts';

const print: KindRules<ChoiceField>['print'] = ({ options }, value, locale) =>
  chosenOf(value).map((one) => {
    const option = options.find((known) => known.value === one);
    return option === undefined ? one : textIn(locale, option.label);
  });

export const choice: KindRules<FieldOf<'choice'>> = {
  check: (field, raw) => (typeof raw === 'string' ? checkChoices(field, [raw]) : wrong('field.wrong-type')),
  print,
  prefill: (known) => known,
  faults: optionFaults,
};

export const choices: KindRules<FieldOf<'choices'>> = {
  check: (field, raw) => (isTextList(raw) ? checkChoices(field, raw) : wrong('field.wrong-type')),
  print: (field, value, locale) => [print(field, value, locale).join(locale === 'en' ? ', ' : '、')],
  faults: optionFaults,
};

export const consent: KindRules<ConsentField> = {
  check: (_, raw) => (typeof raw === 'boolean' ? given(raw || undefined) : wrong('field.wrong-type')),
  print: (_, value, locale) => [
    value === true ? (locale === 'en' ? 'Confirmed' : '已确认') : locale === 'en' ? 'Not confirmed' : '未确认',
  ],
  faults: ({ statement }) => (statement.zh === '' ? ['form.words-missing'] : []),
};

function checkChoices(field: ChoiceField, chosen: readonly string[]): FieldResult {
  const known = field.options.map(({ value }) => value);
  if (chosen.some((value) => !known.includes(value))) return wrong('field.unknown-choice');
  if (chosen.length === 0) return absent;
  // In the order of the options and each once, so that equal choices are equal data.
  const kept = known.filter((value) => chosen.includes(value));
  return given(field.kind === 'choice' ? kept[0] : kept);
}

function optionFaults({ options }: ChoiceField): readonly FormFaultCode[] {
  const codes: FormFaultCode[] = [];
  if (options.length === 0) codes.push('form.no-options');
  if (new Set(options.map(({ value }) => value)).size < options.length) codes.push('form.repeated-option');
  if (options.some(({ label }) => label.zh === '')) codes.push('form.words-missing');
  return codes;
}

function chosenOf(value: AnswerValue): readonly string[] {
  return isTextList(value) ? value : [plainText(value)];
}

function isTextList(raw: unknown): raw is readonly string[] {
  return Array.isArray(raw) && raw.every((each) => typeof each === 'string');
}
