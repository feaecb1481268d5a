import type { Condition } from '@yitang/domain/form';
import type { PublishedMatter } from '../published-matter.ts';

/** When a material or a step is called for, as a person reads it: question and answer of the guide or of the form. */
export function situationInWords(matter: Pick<PublishedMatter, 'guide' | 'form'>, condition?: Condition): string {
  if (condition === undefined) return '';
  const inWords = (one: Condition): string => situationInWords(matter, one);
  if ('all' in condition) return condition.all.map(inWords).join('，且');
  if ('any' in condition) return condition.any.map(inWords).join('，或');
  if ('not' in condition) return `不是（${inWords(condition.not)}）`;
  const { question, options } = asked(matter, condition.field);
  if ('atLeast' in condition) return `${question}：至少 ${condition.atLeast}`;
  const wanted = 'includes' in condition ? condition.includes : condition.equals;
  return `${question}：${options.find(({ value }) => value === wanted)?.label.zh ?? wanted}`;
}

function asked({ guide, form }: Pick<PublishedMatter, 'guide' | 'form'>, key: string) {
  const situation = guide.situations?.find((one) => one.key === key);
  if (situation !== undefined) return { question: situation.question.zh, options: situation.options };
  const field = form?.definition.pages.flatMap(({ fields }) => fields).find((one) => one.key === key);
  return { question: field?.label.zh ?? key, options: field !== undefined && 'options' in field ? field.options : [] };
}
