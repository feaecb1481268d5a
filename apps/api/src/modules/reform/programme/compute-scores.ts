import { civilDateAt, endOfDay, startOfDay } from '@yitang/domain/calendar';
import { scoreDepartment, wasInTime, type PartCount } from '@yitang/domain/programme';
import { scoreParts, type CivilDate, type ScorePart } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { countFilings, loadPublishedMatters } from '../../catalog/index.ts';
import { listFinishedCasesKey, summariseRatings } from '../../feedback/index.ts';
import { departmentShares } from '../target/department-shares.ts';
import { taskPath } from './find-task.ts';
import { listFormulas } from './formulas.ts';
import { DepartmentScore, ReformTask, ScoreYear, type Evidence } from './programme.entity.ts';
import { timesOf } from './stages.ts';

type Judged = Evidence & { readonly departmentId: string };
interface Year {
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly today: CivilDate;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Job `score.compute`: what each department is judged by in a year, thing by thing, and the score of it. A part without a
 * thing to judge is not computable. Written as a whole, and not over a score that was published meanwhile.
 */
export async function computeScores(payload: unknown, run: JobRun): Promise<void> {
  const { year } = payload as { year: number };
  const order = await run.em.findOne(ScoreYear, { year }, { disableIdentityMap: true });
  if (order === null || order.publishedAt || order.computedAt) return;
  const judged = await judgeAll(run, yearOf(run, year));
  const formula = (await listFormulas(run.em)).find(({ version }) => version === order.formulaVersion);
  if (formula === undefined) throw new Error(`no formula has the version ${order.formulaVersion}`);
  const rows = [...Map.groupBy(judged, ({ departmentId }) => departmentId)].map(([departmentId, evidence]) => {
    const scored = scoreDepartment(countsOf(evidence), formula.weights);
    const lines = evidence.map(({ departmentId: _, ...line }): Evidence => line);
    return { year, departmentId, ...scored, evidence: lines };
  });
  await run.deps.runCommand(run.caller, { name: 'score.write' }, async (tx) => {
    const where = { year, orderedAt: order.orderedAt, publishedAt: null };
    const isWanted = (await tx.em.nativeUpdate(ScoreYear, where, { computedAt: tx.now })) === 1;
    if (isWanted) {
      await tx.em.nativeDelete(DepartmentScore, { year });
      if (rows.length > 0) await tx.em.insertMany(DepartmentScore, rows);
    }
    tx.audit({
      action: 'score.write',
      chain: `scores:${year}`,
      target: { type: 'scores', id: String(year) },
      outcome: 'done',
      after: { departments: isWanted ? rows.length : 0 },
    });
  });
}

function yearOf({ deps }: JobRun, year: number): Year {
  const zone = deps.config.timeZone;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const today = civilDateAt(deps.clock.now(), zone);
  return { first, last, today, from: startOfDay(first, zone), until: endOfDay(last, zone) };
}

function countsOf(evidence: readonly Evidence[]): Record<ScorePart, PartCount | null> {
  const count = (part: ScorePart): PartCount | null => {
    const mine = evidence.filter((one) => one.part === part);
    const sum = (of: 'good' | 'all') => mine.reduce((total, one) => total + one[of], 0);
    return mine.length === 0 ? null : { good: sum('good'), all: sum('all') };
  };
  return Object.fromEntries(scoreParts.map((part) => [part, count(part)])) as Record<ScorePart, PartCount | null>;
}

async function judgeAll(run: JobRun, year: Year): Promise<Judged[]> {
  const matters = await loadPublishedMatters(run.em, year.last);
  const names = new Map(matters.map((matter) => [matter.id, matter]));
  return [
    ...(await judgeTasks(run.em, year)),
    ...(await judgeTargets(run, year)),
    ...(await judgePromises(run, year)).map(({ matterId, ...count }): Judged => {
      const code = names.get(matterId)?.code;
      return { ...count, part: 'promise', href: code === undefined ? null : `/reform/promises/${code}` };
    }),
    ...(await summariseRatings(run.em, year)).flatMap(({ matterId, good, ratings }): Judged[] => {
      const matter = names.get(matterId);
      if (matter === undefined) return [];
      const { departmentId, name } = matter;
      return [{ departmentId, part: 'ratings', name, href: null, good, all: ratings }];
    }),
    ...(await countFilings(run.em, year)).map(({ departmentId, title, roundId, isInTime }): Judged => ({
      ...{ departmentId, part: 'filings', name: title, href: `/console/power/rounds/${roundId}` },
      ...{ good: isInTime ? 1 : 0, all: 1 },
    })),
  ];
}

async function judgeTargets({ deps, em }: JobRun, { last }: Year): Promise<Judged[]> {
  const shares = await departmentShares({ deps, em, now: deps.clock.now() }, last);
  return shares.map(({ departmentId, target, good, all, lacking }): Judged => ({
    ...{ departmentId, part: 'targets', name: target.definition.title, good, all },
    href: `/reform/targets/${target.key}?asOf=${last}`,
    lacking: lacking.map(({ code, name }) => ({ code, name })),
  }));
}

async function judgeTasks(em: Em, { first, last, today }: Year): Promise<Judged[]> {
  const tasks = await em.find(
    ReformTask,
    { dueOn: { $gte: first, $lte: last } },
    { orderBy: { dueOn: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  return tasks.flatMap((task): Judged[] => {
    const isGood = wasInTime(timesOf(task), today);
    const { departmentId, title, id } = task;
    return isGood === null
      ? []
      : [{ departmentId, part: 'tasks', name: title, href: taskPath(id), good: isGood ? 1 : 0, all: 1 }];
  });
}

const pageSize = 2_000;

interface PromiseCount {
  readonly matterId: string;
  readonly departmentId: string;
  readonly name: string;
  good: number;
  all: number;
}

/** Cases that were decided in the year by the last day of their promise, matter by matter. */
async function judgePromises({ deps, em }: JobRun, { from, until }: Year): Promise<PromiseCount[]> {
  const list = deps.services.get(listFinishedCasesKey);
  const zone = deps.config.timeZone;
  const counts = new Map<string, PromiseCount>();
  for (let after = ''; ;) {
    const found = await list(em, { from, until, after, limit: pageSize, withPlaces: false });
    for (const { matterId, departmentId, matterName, decidedAt, dueOn } of found) {
      // An instant case promises no day.
      if (dueOn === null) continue;
      const count = counts.get(matterId) ?? { matterId, departmentId, name: matterName, good: 0, all: 0 };
      count.all += 1;
      if (civilDateAt(decidedAt, zone) <= dueOn) count.good += 1;
      counts.set(matterId, count);
    }
    const last = found.at(-1);
    if (last === undefined || found.length < pageSize) break;
    after = last.id;
  }
  return [...counts.values()];
}
