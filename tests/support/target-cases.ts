import fc from 'fast-check';
import type { TargetDefinition, TargetFacts, TargetMatter } from '../../packages/domain/src/target/index.ts';

/** A matter that keeps every check, changed as a test needs it. */
export const matter = (code: string, more: Partial<TargetMatter> = {}): TargetMatter => ({
  id: code,
  code,
  name: code,
  departmentId: 'd',
  audiences: ['student'],
  channels: ['online', 'mobile'],
  delivery: ['electronic'],
  isInstant: false,
  visits: 0,
  isOnline: true,
  hasLink: true,
  depth: 4,
  isMobile: true,
  promisedDays: 5,
  statutoryDays: 10,
  materials: [],
  phone: null,
  componentCodes: [],
  claimsExclusion: false,
  ...more,
});

export const facts = (matters: readonly TargetMatter[] | null, more: Partial<TargetFacts> = {}): TargetFacts => ({
  matters,
  excluded: new Set(),
  frozen: 'no-frozen-set',
  current: 'no-cases',
  records: new Map(),
  ...more,
});

type Share = Extract<TargetDefinition['measure'], { kind: 'share' }>;

export const target = (measure: Partial<Share> = {}, more: Partial<TargetDefinition> = {}): TargetDefinition => ({
  title: '目标',
  demand: '要求',
  source: '文件',
  policyOn: null,
  localOn: '2026-06-30',
  note: '',
  audience: 'all',
  trips: '2019',
  depth: 2,
  measure: {
    kind: 'share',
    scope: 'all',
    excludesSpecial: true,
    numerators: [{ key: 'once', requires: ['once'] }],
    threshold: { num: 4, den: 5 },
    ...measure,
  },
  ...more,
});

/** A few matters of every kind. */
export const anyMatters = fc
  .array(
    fc.record({
      visits: fc.constantFrom(null, 0, 1, 2, 3),
      isOnline: fc.boolean(),
      hasLink: fc.boolean(),
      depth: fc.constantFrom(null, 1, 2, 3, 4),
      isMobile: fc.boolean(),
      isInstant: fc.boolean(),
      channels: fc.constantFrom(['counter'] as const, ['online', 'counter'] as const, [] as const),
      delivery: fc.constantFrom(['counter'] as const, ['counter', 'post'] as const, ['electronic'] as const),
      audiences: fc.subarray(['student', 'teacher', 'parent', 'visitor'] as const),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, index) => matter(`M${index}`, one)));
