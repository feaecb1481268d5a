import { highFrequencySet, type CountingRules, type FrozenDocument } from '@yitang/domain/high-frequency';
import type { FiledSet } from '@yitang/domain/filing';
import type { Call } from '../../../../platform/endpoint/index.ts';
import { problem } from '../../../../platform/problem/index.ts';
import { computeHighFrequencySet } from '../../frequency/compute-high-frequency-set.ts';
import { FrozenSet } from '../../frequency/frequency.entity.ts';
import { minuteOf } from '../minute-of.ts';

/**
 * The frozen set of that number; without one the set of the twelve complete months until the day, which makes a draft.
 * @throws `request.invalid` where there is no such set, or it was frozen for a later year than the day's
 */
export async function setFacts(
  call: Call,
  { asOf, setNumber, departmentOf }: SetQuery,
): Promise<{ readonly set: FiledSet; readonly recordedUntil: Date }> {
  if (setNumber === null) return { set: await countedSet(call, asOf, departmentOf), recordedUntil: call.now };
  const frozen = await call.em.findOne(FrozenSet, { number: setNumber }, { disableIdentityMap: true });
  if (frozen === null) throw refuse('没有这个冻结清单，请刷新后重新选择。');
  if (frozen.lastMonth > asOf.slice(0, 7)) throw refuse('冻结清单的统计期晚于目录截止日期，请换一个清单或日期。');
  return { set: frozenSet(call, frozen), recordedUntil: frozen.frozenAt };
}

export interface SetQuery {
  readonly asOf: string;
  readonly setNumber: number | null;
  readonly departmentOf: (matter: { readonly departmentId: string }) => string;
}

const refuse = (message: string) =>
  problem('request.invalid', { issues: [{ field: 'body.setNumber', code: 'set', message }] });

function frozenSet(call: Call, frozen: FrozenSet): FiledSet {
  const document = JSON.parse(frozen.document) as FrozenDocument;
  const { number, year, digest, firstMonth, lastMonth } = frozen;
  const frozenAt = minuteOf(call, frozen.frozenAt);
  // Shares are computed, never kept: everybody who has the counts comes to the same.
  const counted = highFrequencySet(document.rows.map(({ code, volume }) => ({ code, volume })));
  const shares = new Map(counted.rows.map((row) => [row.code, row]));
  return {
    ...{ number, year, digest, firstMonth, lastMonth, frozenAt, recordedUntil: frozenAt },
    rules: rulesInWords(document.rules),
    isComputable: counted.isComputable,
    total: counted.total,
    setSize: counted.setSize,
    rows: document.rows.map(({ rank, code, name, department, volume, isHighFrequency, isBoundary, isTied }) => {
      const { share = 0, cumulativeShare = 0 } = shares.get(code) ?? {};
      return { rank, code, name, department, volume, share, cumulativeShare, isHighFrequency, isBoundary, isTied };
    }),
  };
}

async function countedSet(call: Call, asOf: string, departmentOf: SetQuery['departmentOf']): Promise<FiledSet> {
  const set = await computeHighFrequencySet(call, { asOf, months: 12 });
  const { firstMonth, lastMonth, isComputable, total, setSize } = set;
  return {
    ...{ number: null, year: null, frozenAt: null, digest: null, firstMonth, lastMonth, isComputable, total, setSize },
    recordedUntil: minuteOf(call, call.now),
    rules: rulesInWords({ joint: 'components', withInstant: true, audiences: [] }),
    rows: set.rows.map(
      ({ matter, rank, code, volume, share, cumulativeShare, isHighFrequency, isBoundary, isTied }) => ({
        ...{ rank, code, volume, share, cumulativeShare, isHighFrequency, isBoundary, isTied },
        name: matter.name,
        department: departmentOf(matter),
      }),
    ),
  };
}

function rulesInWords({ joint, withInstant, audiences }: CountingRules): string[] {
  return [
    '按受理计，合计达到办件总量 80% 的最少事项为高频事项，到达 80% 的事项和与之办件量相同的都计入',
    joint === 'components' ? '“一件事”按所含事项分别计' : '“一件事”作为一件计',
    withInstant ? '含即办件' : '不含即办件',
    audiences.length === 0 ? '不分服务对象' : `只计面向部分服务对象的事项（${audiences.length} 类）`,
  ];
}
