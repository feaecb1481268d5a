import { isEmptyValue } from '../catalog/index.ts';
import type { ResultKind } from '../vocabulary/index.ts';
import { type Rule, when } from './rule.ts';

/** 2: the name of the result says how the matter ends: 批复 and 批文 by approval, 证 with a certificate, 文 with a document. */
const resultKind: Rule = {
  id: 'result-kind',
  severity: 'blocks',
  paths: ['guide.result'],
  find({ guide: { result } }) {
    if (result === null || result.kind === 'none') return [];
    const name = result.name.zh.trim();
    if (name === '') return [{ path: 'guide.result', params: { name, wanted: 'named' } }];
    const wanted = kindOfName(name);
    return when(wanted !== undefined && wanted !== result.kind, 'guide.result', { name, wanted: wanted ?? '' });
  },
};

function kindOfName(name: string): ResultKind | undefined {
  if (/(?:批复|批文)$/u.test(name)) return 'other';
  if (name.endsWith('证')) return 'licence';
  return name.endsWith('文') ? 'document' : undefined;
}

/** 2: a result is shown by a sample; one that we make ourselves by its layout. */
const resultSample: Rule = {
  id: 'result-sample',
  severity: 'warns',
  paths: ['guide.result'],
  find: ({ guide: { result }, layout }) =>
    when(
      result !== null && result.kind !== 'none' && result.sampleFileId === undefined && layout === null,
      'guide.result',
      { name: result?.name.zh ?? '' },
    ),
};

/** 10: who gets a certificate has questions, and they are answered before they are asked. */
const licenceFaq: Rule = {
  id: 'licence-faq',
  severity: 'blocks',
  paths: ['guide.faqs'],
  find: ({ guide }) =>
    when(
      guide.result?.kind === 'licence' &&
        !guide.faqs.some(({ question, answer }) => !isEmptyValue(question) && !isEmptyValue(answer)),
      'guide.faqs',
    ),
};

const flowParts: readonly (readonly [string, RegExp])[] = [
  ['受理', /受理|收件|接收|提交|申请|提出/u],
  ['审核或决定', /审|核|决定|批|办理|制证|制卡/u],
  ['办结或送达', /办结|送达|领取|取证|发证|制证|制卡|出具|寄|打印|开具|公布|变更|登记/u],
];

/** 10: the flow of a matter that ends with a certificate goes from acceptance to delivery. */
const licenceFlow: Rule = {
  id: 'licence-flow',
  severity: 'warns',
  paths: ['guide.steps'],
  find({ guide: { result, steps } }) {
    if (result?.kind !== 'licence' || steps.length === 0) return [];
    const names = steps.map(({ name }) => name.zh).join(' ');
    const missing = flowParts.filter(([, pattern]) => !pattern.test(names)).map(([part]) => part);
    return when(missing.length > 0, 'guide.steps', { missing: missing.join('、') });
  },
};

export const resultRules: readonly Rule[] = [resultKind, resultSample, licenceFaq, licenceFlow];
