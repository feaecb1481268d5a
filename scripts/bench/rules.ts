import { checkContent, makeRuleContext } from '@yitang/domain/consistency';
import { highFrequencySet } from '@yitang/domain/high-frequency';
import { evaluateTarget } from '@yitang/domain/target';
import { monthAt, monthIndex, settleVolumes, type VolumeFacts } from '@yitang/domain/volume';
import { completeContent } from '../../tests/support/complete-content.ts';
import { facts, matter, target } from '../../tests/support/target-cases.ts';
import { median, type Measure } from './measure.ts';

/** What is the law of the product, of a university larger than any, without a database. */
export const rules: Measure = {
  names: ['P6.settle', 'P6.targetsMs', 'P10.checkMs'],
  what: 'pure rules: the set of 5,000 matters by 36 months by adding its figures up, 8 targets of 5,000, 2,000 guides checked',
  run: () =>
    Promise.resolve({ 'P6.settle': settling(), 'P6.targetsMs': milliseconds(targets()), 'P10.checkMs': checking() }),
};

function milliseconds(work: () => unknown, times = 15): number {
  work();
  return median(
    Array.from({ length: times }, () => {
      const begin = performance.now();
      work();
      return performance.now() - begin;
    }),
  );
}

function settling(): number {
  const given = largeFacts();
  const settle = () =>
    highFrequencySet(settleVolumes(given).map(({ matterId, volume }) => ({ code: matterId, volume })));
  return milliseconds(settle) / milliseconds(() => addUp(given));
}

/** 180,000 figures of our own, and 45,000 that were reported, half of them of months that we counted too. */
function largeFacts(): VolumeFacts {
  const [matters, months] = [5_000, 36];
  const ids = Array.from(
    { length: matters },
    (_, index) => `0190a0b1-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );
  const over = Array.from({ length: months }, (_, past) => monthAt(monthIndex('2023-12') + past));
  const rows = ids.flatMap((matterId, at) => over.map((month, past) => ({ matterId, month, at, past })));
  return {
    first: over[0]!,
    months,
    counted: rows.map(({ matterId, month, at, past }) => ({ matterId, month, value: (at * 7919 + past) % 97 })),
    reported: rows
      .filter(({ at }) => at % 4 === 0)
      .map(({ matterId, month, at }) => ({ matterId, month, source: 'card', cases: at % 50 })),
    choices: ids.slice(0, 50).map((matterId) => ({ matterId, month: null, take: 'sum' })),
  };
}

/** The least that can be done with the figures: look each up and add it. */
function addUp({ counted, reported }: VolumeFacts): number {
  const sums = new Map<string, number>();
  for (const { matterId, value } of counted) sums.set(matterId, (sums.get(matterId) ?? 0) + value);
  for (const { matterId, cases } of reported) sums.set(matterId, (sums.get(matterId) ?? 0) + cases);
  return sums.size;
}

/** As many as the documents set; 3,000 of the matters keep all of them. */
function targets(): () => void {
  const all = Array.from({ length: 5_000 }, (_, index) => matter(`M${index}`, { visits: index < 3_000 ? 1 : 2 }));
  const given = facts(all, { current: new Set(all.slice(0, 900).map(({ code }) => code)) });
  return () => {
    for (let index = 0; index < 8; index += 1) evaluateTarget(target(), given);
  };
}

/** Guides that all hang together: each asks for what the next one issues, so that the circle has to be found. */
function checking(): number {
  const [photo] = completeContent().guide.materials;
  const matters = Array.from({ length: 2_000 }, (_, at) =>
    completeContent({
      summary: { code: `M${at}`, name: `事项${at}` },
      guide: { materials: [{ ...photo!, issuedByMatter: `M${(at + 1) % 2_000}` }] },
    }),
  );
  const known = {
    today: '2026-03-02',
    departmentIds: new Set(['registry', 'affairs']),
    counterCodes: new Set(['mingde-07']),
    liveSources: new Set(['教务系统']),
    posts: new Map([['registry.desk', { posts: 1, held: 1 }]]),
    deadAddresses: new Map(),
  };
  return milliseconds(() => {
    const context = makeRuleContext(known, matters);
    return matters.map((content) => checkContent(content, context));
  }, 5);
}
