import type { Answer, DepartmentScoreData, programmeEndpoints } from '@yitang/contract';
import type { ScorePart } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, mayIn } from '../../catalog/index.ts';
import { againWhenTaken } from '../again-when-taken.ts';
import { listFormulas } from './formulas.ts';
import { departmentOf, may, reachOf, requireAct, todayOf } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { DepartmentScore, ScoreYear } from './programme.entity.ts';
import { tellHeads } from './tell-heads.ts';

type Endpoints = typeof programmeEndpoints;
export const computeScoresJob = 'score.compute';
const quiet = { disableIdentityMap: true } as const;
const target = (year: number) => ({ chain: `scores:${year}`, target: { type: 'scores', id: String(year) } });

/** Highest first, those of which nothing could be judged last. A head sees the own department's, once it is published. */
export async function getScores(call: Call, year: number): Promise<Answer<Endpoints['getScores']>> {
  const formulas = await listFormulas(call.em);
  const scored = await call.em.findOne(ScoreYear, { year }, quiet);
  const rows = await visibleScores(call, year, scored);
  return {
    year,
    formula: formulas.find(({ version }) => version === scored?.formulaVersion) ?? formulas[0],
    formulas,
    state: stateOf(scored),
    computedAt: scored?.computedAt?.toISOString() ?? null,
    publishedAt: scored?.publishedAt?.toISOString() ?? null,
    rows: rows.map((row) => presentScore(call, row)).sort(byTotal),
    mayManage: may(call, 'programme.manage'),
    isOver: isOver(call, year),
  };
}

const byTotal = (a: DepartmentScoreData, b: DepartmentScoreData): number =>
  (b.total ?? -1) - (a.total ?? -1) || (a.department.id < b.department.id ? -1 : 1);

const isOver = (call: Call, year: number): boolean => year < Number(todayOf(call).slice(0, 4));

function stateOf(scored: ScoreYear | null): Answer<Endpoints['getScores']>['state'] {
  if (scored === null) return 'none';
  if (scored.publishedAt) return 'published';
  return scored.computedAt ? 'computed' : 'computing';
}

async function visibleScores(call: Call, year: number, scored: ScoreYear | null): Promise<DepartmentScore[]> {
  const reach = reachOf(call, 'score.read');
  if (scored === null || (reach !== undefined && !scored.publishedAt)) return [];
  return call.em.find(
    DepartmentScore,
    { year, ...(reach !== undefined && { departmentId: { $in: [...reach] } }) },
    quiet,
  );
}

function presentScore(call: Call, { departmentId, total, judgedWeight, parts }: DepartmentScore): DepartmentScoreData {
  return { department: departmentOf(call, departmentId), total: total ?? null, judgedWeight, parts: [...parts] };
}

/** @throws `record.not-found` */
export async function getEvidence(
  call: Call,
  { year, departmentId }: { readonly year: number; readonly departmentId: string },
): Promise<Answer<Endpoints['getScoreEvidence']>> {
  const scored = await call.em.findOne(ScoreYear, { year }, quiet);
  const row = (await visibleScores(call, year, scored)).find((one) => one.departmentId === departmentId);
  if (row === undefined || scored === null) throw problem('record.not-found');
  const isClosed: Partial<Record<ScorePart, boolean>> = {
    // The page of a target is the office's own; the matters that it lacks are public.
    targets: !may(call, 'programme.manage'),
    promise: !mayIn(call, 'promise.read', departmentId),
  };
  const evidence = row.evidence.map(({ lacking = [], ...line }) => ({
    ...line,
    href: isClosed[line.part] === true ? null : line.href,
    lacking: [...lacking],
  }));
  return { ...presentScore(call, row), year, formulaVersion: scored.formulaVersion, evidence };
}

/** Has the scores of a year computed; again, as long as they are not published. @throws `programme.not-allowed` */
export async function orderScores(call: Call, year: number): Promise<void> {
  requireAct(call, 'programme.manage');
  if (!isOver(call, year)) throw programmeProblem([{ code: 'score.year-running' }]);
  const order = () =>
    call.deps.runCommand(call, { name: 'score.compute' }, async (tx) => {
      const [{ version }] = await listFormulas(tx.em);
      const known = await tx.em.findOne(ScoreYear, { year }, quiet);
      if (known?.publishedAt) throw programmeProblem([{ code: 'score.published' }]);
      const ordered = { formulaVersion: version, orderedAt: tx.now, computedAt: null };
      if (known === null) await tx.em.insert(ScoreYear, { year, ...ordered, publishedAt: null });
      else await tx.em.nativeUpdate(ScoreYear, { year, publishedAt: null }, ordered);
      tx.enqueue({ kind: computeScoresJob, payload: { year } });
      tx.audit({ action: 'score.compute', ...target(year), outcome: 'done', after: { formulaVersion: version } });
    });
  await againWhenTaken(order);
}

/** The heads are told, and the scores stand. @throws `programme.not-allowed` */
export async function publishScores(call: Call, year: number): Promise<void> {
  requireAct(call, 'programme.manage');
  await call.deps.runCommand(call, { name: 'score.publish' }, async (tx) => {
    const where = { year, computedAt: { $ne: null }, publishedAt: null };
    if ((await tx.em.nativeUpdate(ScoreYear, where, { publishedAt: tx.now })) !== 1) {
      const known = await tx.em.findOne(ScoreYear, { year }, quiet);
      throw programmeProblem([{ code: known?.publishedAt ? 'score.published' : 'score.nothing' }]);
    }
    const scores = await tx.em.find(DepartmentScore, { year }, quiet);
    const catalog = call.deps.services.get(catalogKey).current();
    for (const { departmentId } of scores.filter((score) => catalog.findDepartment(score.departmentId) !== undefined)) {
      const told = {
        kind: 'score-published',
        path: `/reform/programme/scores?year=${year}`,
        title: String(year),
      } as const;
      await tellHeads({ deps: call.deps, tx }, departmentId, told);
    }
    tx.audit({ action: 'score.publish', ...target(year), outcome: 'done', after: { departments: scores.length } });
  });
}
