import { describe, expect, test } from '@jest/globals';
import { completeContent } from '../../../../tests/support/complete-content.ts';
import type { Guide, MatterContent } from '../catalog/index.ts';
import { ruleIds, type RuleId } from '../vocabulary/index.ts';
import { checkContent, checkRetirement, isBlocking, makeRuleContext, rules, type RuleFacts } from './index.ts';

const facts: RuleFacts = {
  today: '2026-03-02',
  departmentIds: new Set(['registry', 'affairs']),
  ...{ counterCodes: new Set(['mingde-07']), liveSources: new Set(['教务系统']) },
  posts: new Map([
    ['registry.desk', { posts: 1, held: 1 }],
    ['college.affairs', { posts: 3, held: 1 }],
    ['empty.desk', { posts: 1, held: 0 }],
  ]),
  deadAddresses: new Map([['https://old.example.edu/apply', '404']]),
};

const words = (zh: string) => ({ zh });
const sample = completeContent();
const [photo, status] = sample.guide.materials as [Guide['materials'][number], Guide['materials'][number]];
const place = sample.guide.places[0]!;

const found = (content: MatterContent, others: readonly MatterContent[] = []): RuleId[] => [
  ...new Set(checkContent(content, makeRuleContext(facts, [content, ...others])).map(({ rule }) => rule)),
];
const withGuide = (guide: Partial<Guide>): MatterContent => completeContent({ guide });
const withBothWays = (guide: Partial<Guide>): MatterContent =>
  completeContent({ summary: { channels: ['online', 'counter'] }, guide });
const withMaterial = (material: Partial<typeof photo>): MatterContent =>
  withGuide({ materials: [{ ...photo, ...material }] });
const atCounter = { visitsOnSite: 1, resultDelivery: ['counter'] } as const;
const form = {
  pages: [
    {
      key: 'p',
      title: words('情况'),
      fields: [
        { kind: 'choice', key: 'reason', label: words('原因'), options: [{ value: 'lost', label: words('遗失') }] },
      ],
    },
  ],
} as const;
const route = (post: string, limitDays = 3) =>
  ({
    stages: [
      {
        key: 's',
        name: words('办理'),
        join: 'all',
        tasks: [{ key: 't', post, may: ['accept', 'decide'] }],
        limitDays,
      },
    ],
  }) as const;

test('a matter that is complete and agrees with itself breaks no rule', () => {
  expect(found(sample)).toEqual([]);
});

const quick = sample.guide.steps.map((step) => ({ ...step, days: 0 }));

/** Of each rule what breaks it, alone. */
const broken: readonly (readonly [RuleId, string, MatterContent])[] = [
  [
    'instant-or-promised',
    'promised for today, yet not an instant matter',
    withGuide({ promisedDays: 0, steps: quick, stepsOffline: quick }),
  ],
  ['instant-or-promised', 'instant with a limit of days', withGuide({ projectType: 'instant' })],
  ['instant-or-promised', 'examined at once, decided within days', withGuide({ reviewType: 'at-once' })],
  ['result-kind', 'a 证 that is no certificate', withGuide({ result: { ...sample.guide.result!, kind: 'other' } })],
  [
    'result-kind',
    'a 批文 that is a document',
    withGuide({ result: { ...sample.guide.result!, name: words('出国批文'), kind: 'document' } }),
  ],
  ['result-kind', 'a result without name', withGuide({ result: { ...sample.guide.result!, name: words(' ') } })],
  ['result-sample', 'a result that nobody can see', withGuide({ result: { name: words('学生证'), kind: 'licence' } })],
  ['visit-reason', 'a trip without reason', withGuide({ visitReason: null })],
  [
    'visit-reason',
    'a reason without trip',
    completeContent({ summary: { channels: ['post'] }, guide: { visitsOnSite: 0 } }),
  ],
  ['posted-application', 'no trip, no net and no post', withGuide({ visitsOnSite: 0, visitReason: null })],
  ['full-online-visits', 'wholly online with a trip', withGuide({ onlineDepth: 4 })],
  ['fee-details', 'a fee without basis', withGuide({ fees: [{ name: words('工本费'), amountFen: 500, basis: '' }] })],
  ['online-payment', 'paying nothing on the net', withGuide({ isPaidOnline: true })],
  ['phone-form', 'a number without area code', withGuide({ consultPhone: '88880001' })],
  ['phone-form', 'an owner whose number is none', withGuide({ ownerA: { name: '王老师', phone: '转王老师' } })],
  ['phones-differ', 'complaints at the desk they are about', withGuide({ complaintPhone: '0571 8888 0001' })],
  ['opening-hours', 'hours without days', withGuide({ places: [{ ...place, hours: words('8:30–17:00') }] })],
  ['door-number', 'an address without door', withGuide({ places: [{ ...place, address: words('紫金校区') }] })],
  ['audience-topic', 'a topic of others', completeContent({ summary: { lifeEvents: ['studying', 'joining'] } })],
  ['audience-topic', 'somebody without topic', completeContent({ summary: { audiences: ['student', 'teacher'] } })],
  ['audience-group', 'retired staff of a matter for students', withGuide({ audienceGroups: ['retired'] })],
  ['licence-faq', 'a certificate without questions', withGuide({ faqs: [] })],
  [
    'licence-flow',
    'a certificate that is never delivered',
    withGuide({ steps: [{ name: words('受理'), by: words('窗口'), days: 1 }] }),
  ],
  [
    'steps-within-promise',
    'steps that take longer',
    withGuide({ promisedDays: 4, stepsOffline: [{ name: words('受理'), by: words('窗口'), days: 1 }] }),
  ],
  [
    'steps-within-promise',
    'steps at the counter that take longer',
    withGuide({ stepsOffline: [{ name: words('受理'), by: words('窗口'), days: 6 }] }),
  ],
  ['within-statutory', 'five working days of six', withGuide({ statutoryDays: 6, statutoryUnit: 'calendar-days' })],
  ['shared-source', 'shared from nowhere', withGuide({ materials: [{ ...status, sharedFrom: words('') }] })],
  [
    'one-trip-claim',
    'two trips that are called one',
    withGuide({ visitsOnSite: 2, summary: words('师生最多跑一次。') }),
  ],
  ['counter-trips', 'handed in and fetched at a counter with one trip', withGuide(atCounter)],
  ['counter-flow', 'two ways to apply and one told', withBothWays({ stepsOffline: [] })],
  ['required-field', 'nobody who handles it', withGuide({ handlingOffice: ' ' })],
  ['recommended-field', 'no remedy', withGuide({ remedy: null })],
  ['named-entries', 'a material without purpose', withMaterial({ why: words('') })],
  ['proof-basis', 'a proof without basis', withMaterial({ isProof: true })],
  ['suspected-proof', 'a stamp that nobody marked', withMaterial({ name: words('学院盖章的申请表') })],
  [
    'denied-proof',
    'a stamp that is said to be none',
    withMaterial({ name: words('学院盖章的申请表'), isProof: false }),
  ],
  [
    'precondition-basis',
    'a precondition without basis',
    completeContent({ preconditions: [{ key: 'a', label: words('无欠费'), rule: { kind: 'no-arrears' } }] }),
  ],
  [
    'procedure-basis',
    'a clock that stands without basis',
    withGuide({ specialProcedures: [{ kind: 'other', name: words('公示'), basis: '', limitDays: 5 }] }),
  ],
  [
    'basis-in-force',
    'a rule that is no longer in force',
    withGuide({ basis: [{ title: '旧规定', expiresOn: '2026-03-01' }] }),
  ],
  [
    'period-order',
    'a period that ends before it begins',
    withGuide({ windows: [{ from: '2026-06-02', until: '2026-06-01' }] }),
  ],
  [
    'review-due',
    'an exclusion that was due for review',
    withGuide({ specialExclusion: { reason: 'secret', evidence: '文件', approver: '校办', reviewOn: '2026-03-01' } }),
  ],
  ['review-due', 'periods that are all over', withGuide({ windows: [{ from: '2025-06-01', until: '2025-06-30' }] })],
  ['department-exists', 'a department that was closed', withGuide({ jointDepartmentIds: ['affairs', 'gone'] })],
  ['counter-exists', 'a counter that there is not', withGuide({ counterCodes: ['mingde-07', 'mingde-99'] })],
  ['joint-components', 'a 一件事 of a matter that is not published', withGuide({ componentCodes: ['GONE'] })],
  ['issuing-matter', 'the result of a matter that is not published', withMaterial({ issuedByMatter: 'GONE' })],
  [
    'unique-keys',
    'two handling items with the same digits',
    withGuide({
      situations: [
        {
          key: 'reason',
          question: words('为什么？'),
          options: ['lost', 'damaged'].map((value) => ({ value, label: words(value), leaf: '01' })),
        },
      ],
    }),
  ],
  ['unique-keys', 'two materials with one key', withGuide({ materials: [photo, { ...status, key: photo.key }] })],
  [
    'condition-target',
    'a material for a question that nobody asks',
    withMaterial({ showWhen: { field: 'reason', equals: 'lost' } }),
  ],
  [
    'condition-target',
    'a step for a situation that there is not',
    withGuide({
      steps: sample.guide.steps.map((step) => ({ ...step, showWhen: { field: 'reason', equals: 'lost' } })),
    }),
  ],
  [
    'condition-target',
    'a material for an answer that nobody can give',
    completeContent({
      form,
      route: route('registry.desk'),
      guide: { materials: [{ ...photo, showWhen: { all: [{ field: 'reason', equals: 'stolen' }] } }] },
    }),
  ],
  [
    'condition-target',
    'a material for a situation that the form asks with other answers',
    completeContent({
      form,
      route: route('registry.desk'),
      guide: {
        situations: [
          { key: 'reason', question: words('为什么补办？'), options: [{ value: 'stolen', label: words('被盗') }] },
        ],
        materials: [{ ...photo, showWhen: { field: 'reason', equals: 'stolen' } }],
      },
    }),
  ],
  [
    'many-situations',
    'six questions before one knows what to bring',
    withGuide({
      situations: ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({
        key,
        question: words(key),
        options: [{ value: 'yes', label: words('是') }],
      })),
    }),
  ],
  ['form-and-route', 'a form that leads nowhere', completeContent({ form })],
  [
    'form-faults',
    'a form that cannot be filled in',
    completeContent({ form: { pages: [...form.pages, ...form.pages] }, route: route('registry.desk') }),
  ],
  ['route-faults', 'a route beyond the promise', completeContent({ form, route: route('registry.desk', 9) })],
  [
    'layout-faults',
    'a certificate that states what nobody is asked',
    completeContent({
      layout: {
        title: words('证明'),
        lines: [words('兹证明{name}前往{answer.nowhere}。')],
        issuer: words('教务处'),
        isBilingual: false,
      },
    }),
  ],
  ['post-held', 'a post that nobody holds', completeContent({ form, route: route('empty.desk') })],
  ['post-held', 'a post that there is not', completeContent({ form, route: route('no.desk') })],
  [
    'post-partly-held',
    'a post that is vacant in some colleges',
    completeContent({ form, route: route('college.affairs') }),
  ],
  ['address-form', 'an address that shows a password', withGuide({ onlineUrl: 'https://a:b@example.edu/' })],
  ['address-answers', 'an address that did not answer', withGuide({ mobileUrl: 'https://old.example.edu/apply' })],
];

describe('each rule fires alone', () => {
  test.each(broken)('%s: %s', (rule, _what, content) => expect(found(content)).toEqual([rule]));

  test('and there is an example of every one', () => {
    const shown = new Set([...broken.map(([rule]) => rule), 'materials-in-circle', 'still-needed']);
    expect(ruleIds.filter((rule) => !shown.has(rule))).toEqual([]);
    expect(rules.map(({ id }) => id).sort()).toEqual(ruleIds.filter((id) => id !== 'still-needed').sort());
  });
});

describe('across the catalog', () => {
  const needing = (code: string, issuedByMatter?: string): MatterContent =>
    completeContent({ summary: { code, name: `事项${code}` }, guide: { materials: [{ ...photo, issuedByMatter }] } });

  test('matters that ask for each other’s results are a circle, of any length; whoever only needs one of them is not in it', () => {
    const [a, b, c, outside] = [needing('A', 'B'), needing('B', 'C'), needing('C', 'A'), needing('D', 'A')];
    const context = makeRuleContext(facts, [a, b, c, outside]);
    expect(checkContent(b, context)).toMatchObject([
      { rule: 'materials-in-circle', path: 'guide.materials', at: 0, params: { matters: '事项A、事项B、事项C' } },
    ]);
    expect(checkContent(outside, context)).toEqual([]);
    expect(found(needing('E', 'E'))).toEqual(['materials-in-circle']);
  });

  test('a matter whose result others ask for is not retired before them', () => {
    expect(checkRetirement('B', [needing('A', 'B'), needing('D', 'A')])).toMatchObject([
      { rule: 'still-needed', severity: 'blocks', params: { matter: '事项A' } },
    ]);
  });

  test('2,000 matters can hang together in one circle', () => {
    const matters = Array.from({ length: 2_000 }, (_, at) => needing(`M${at}`, `M${(at + 1) % 2_000}`));
    const context = makeRuleContext(facts, matters);
    const breaches = matters.flatMap((content) => checkContent(content, context));
    expect(breaches).toHaveLength(2_000);
  });
});

test('what blocks comes first; a breach names the field, the entry and what the sentence needs', () => {
  const content = withGuide({ remedy: null, counterCodes: ['mingde-07', 'mingde-99'] });
  const breaches = checkContent(content, makeRuleContext(facts, [content]));
  expect(breaches.map(isBlocking)).toEqual([true, false]);
  expect(breaches[0]).toMatchObject({ path: 'guide.counterCodes', at: 1, params: { code: 'mingde-99' } });
});

test('numbers as people write them: several, with brackets, extensions and full-width figures', () => {
  for (const phone of [
    '(0571)88880001',
    '０５７１－８８８８０００１',
    '010-62770001转8012',
    '0571-88880001、0571-88880009',
  ]) {
    expect([phone, found(withGuide({ consultPhone: phone }))]).toEqual([phone, []]);
  }
  expect(found(withGuide({ consultPhone: '0571-88880009、8012' }))).toEqual(['phone-form']);
});

test('what says that one trip is not enough claims nothing (暂不能做到最多跑一次)', () => {
  const honest = withGuide({ visitsOnSite: 2, summary: words('须两次到场，暂不能做到最多跑一次。') });
  expect(found(honest)).toEqual([]);
});
