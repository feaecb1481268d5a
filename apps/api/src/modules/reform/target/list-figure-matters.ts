import type { FigureMattersData } from '@yitang/contract';
import { sharesOf, sumShares, type MatterShare } from '@yitang/domain/target';
import type { CivilDate, MatterFigureKey, MatterFigureShow } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { todayOf } from './day-facts.ts';
import { beginEvaluation, figureBaseOf } from './evaluate-targets.ts';
import { pageByCode, presentMatter } from './list-target-matters.ts';

interface FigureQuery {
  readonly asOf?: CivilDate | undefined;
  readonly show: MatterFigureShow;
  readonly after?: string | undefined;
  readonly limit: number;
}

const isShown: Record<MatterFigureShow, (share: MatterShare) => boolean> = {
  part: ({ part }) => part > 0,
  rest: ({ part, isUnknown }) => !isUnknown && part <= 0,
  unknown: ({ isUnknown }) => isUnknown,
};

/** A figure with the matters that it is made of: what the rows of `part` add makes the figure's part. */
export async function listFigureMatters(
  call: Call,
  key: MatterFigureKey,
  query: FigureQuery,
): Promise<FigureMattersData> {
  const day = query.asOf ?? todayOf(call);
  const { source, factsOf } = await beginEvaluation(call, { on: [day] });
  const facts = factsOf(day);
  const shares = sharesOf(key, figureBaseOf(facts));
  const countOf = (show: MatterFigureShow): number => shares.filter(isShown[show]).length;
  const inOrder = shares.filter(isShown[query.show]).sort((a, b) => (a.matter.code < b.matter.code ? -1 : 1));
  const { part, whole, unknown } = sumShares(key, shares);
  return {
    ...pageByCode(inOrder, query, (share) => ({
      ...presentMatter(call, { matter: share.matter, faults: [] }, { facts, source }),
      part: share.part,
      whole: share.whole,
    })),
    asOf: facts.on,
    figure: { part, whole, unknown },
    counts: { part: countOf('part'), rest: countOf('rest'), unknown: countOf('unknown') },
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}
