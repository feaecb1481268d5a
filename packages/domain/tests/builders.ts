import {
  type CalendarYear,
  type CaseActor,
  type CaseFacts,
  defaultSpans,
  type FormDefinition,
  instantAt,
  type MaterialRequirement,
  makeWorkingCalendar,
  type Moment,
  type OfficeTime,
  openInterval,
  type RouteDefinition,
  type StagePower,
} from '../src/index.ts';

export const zone = 'Asia/Shanghai';

/** National Day and the swapped days around it as they were in 2026, New Year's Day in 2027. */
export const calendarYears: readonly CalendarYear[] = [
  { year: 2025, version: 1, isPublished: true, daysOff: ['2025-01-01'], extraWorkdays: [] },
  {
    year: 2026,
    version: 1,
    isPublished: true,
    daysOff: ['2026-01-01', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    extraWorkdays: ['2026-09-20', '2026-10-10'],
  },
  { year: 2027, version: 1, isPublished: false, daysOff: [], extraWorkdays: [] },
];

export const office: OfficeTime = { zone, calendar: makeWorkingCalendar(calendarYears), spans: defaultSpans };

/** `at('2026-11-23 10:30')`: an instant by the wall clock of the university. */
export function at(text: string): Date {
  const [date = '', time = '10:00'] = text.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantAt(date, hours * 60 + minutes, zone);
}

export function moment(text: string): Moment {
  return { now: at(text), office };
}

export const everyPower: readonly StagePower[] = ['accept', 'correct', 'refuse', 'pass', 'decide', 'suspend', 'extend'];

/** A route through these posts, each with every power. */
export function routeOf(...posts: readonly string[]): RouteDefinition {
  return {
    stages: posts.map((post) => ({
      key: `stage-${post}`,
      name: { zh: post },
      join: 'all',
      tasks: [{ key: 'task', post, may: everyPower }],
      limitDays: 2,
    })),
  };
}

/** Submitted on Monday 2026-11-23 at 10:00 to a route of two posts, promised within 5 working days. */
export function caseFacts(changes: Partial<CaseFacts> = {}): CaseFacts {
  return {
    status: 'submitted',
    stageIndex: 0,
    route: routeOf('desk', 'office'),
    version: 1,
    acceptanceKind: null,
    acceptedOn: null,
    promisedDays: 5,
    acceptanceDays: 5,
    correctionDays: 15,
    extensionDays: 0,
    correctionRounds: 0,
    openCorrection: null,
    owedMaterials: [],
    openExtension: null,
    intervals: [openInterval(at('2026-11-23 10:00'), 'desk', { kind: 'intake' })],
    ...changes,
  };
}

export const applicant: CaseActor = { personId: 'p-applicant', isApplicant: true, heldPosts: [] };
export const desk: CaseActor = { personId: 'p-desk', isApplicant: false, heldPosts: ['desk'] };
export const officer: CaseActor = { personId: 'p-office', isApplicant: false, heldPosts: ['office'] };
export const head: CaseActor = { personId: 'p-head', isApplicant: false, heldPosts: [], isHead: true };
/** Heads the department whose post holds the case; has its posts as well. */
export const deskHead: CaseActor = {
  personId: 'p-desk-head',
  isApplicant: false,
  heldPosts: ['desk'],
  isHoldersHead: true,
};
export const system: CaseActor = { personId: null, isApplicant: false, heldPosts: [], isSystem: true };

export const form: FormDefinition = {
  pages: [
    {
      key: 'purpose',
      title: { zh: '用途' },
      fields: [
        { key: 'name', kind: 'text', label: { zh: '姓名' }, maxLength: 50, prefill: 'person.name', isLocked: true },
        {
          key: 'use',
          kind: 'choice',
          label: { zh: '用途' },
          options: [
            { value: 'visa', label: { zh: '签证' } },
            { value: 'other', label: { zh: '其他' } },
          ],
        },
        {
          key: 'useText',
          kind: 'paragraph',
          label: { zh: '说明' },
          maxLength: 200,
          minLength: 2,
          showWhen: { field: 'use', equals: 'other' },
        },
      ],
    },
    {
      key: 'travel',
      title: { zh: '行程' },
      showWhen: { field: 'use', equals: 'visa' },
      fields: [
        { key: 'leaves', kind: 'date', label: { zh: '出发' }, earliestInDays: 0, latestInDays: 365 },
        { key: 'returns', kind: 'date', label: { zh: '返回' }, notBefore: 'leaves' },
      ],
    },
    {
      key: 'contact',
      title: { zh: '联系' },
      fields: [
        { key: 'phone', kind: 'phone', label: { zh: '手机' }, prefill: 'person.phone' },
        { key: 'copies', kind: 'number', label: { zh: '份数' }, min: 1, max: 10, optional: true },
        {
          key: 'languages',
          kind: 'choices',
          label: { zh: '语言' },
          optional: true,
          options: [
            { value: 'zh', label: { zh: '中文' } },
            { value: 'en', label: { zh: '英文' } },
          ],
        },
        { key: 'agrees', kind: 'consent', label: { zh: '同意' }, statement: { zh: '同意读取学籍' } },
      ],
    },
  ],
};

export const completeAnswers = {
  use: 'other',
  useText: '留学申请',
  phone: '13800138000',
  agrees: true,
} as const;

export function requirement(changes: Partial<MaterialRequirement> = {}): MaterialRequirement {
  return {
    key: 'photo',
    name: { zh: '照片' },
    sourceMode: 'applicant',
    necessity: 'required',
    form: 'electronic',
    originals: 0,
    copies: 0,
    why: { zh: '核对身份' },
    accepts: ['jpg', 'png'],
    maxBytes: 1_000_000,
    maxFiles: 2,
    ...changes,
  };
}
