import { civilDateAt, monthOf } from '@yitang/domain/calendar';
import {
  decideReport,
  monthAt,
  monthIndex,
  ownSource,
  parseMonth,
  type DecidedReport,
  type ReportDecision,
  type ReportRow,
} from '@yitang/domain/volume';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findVolumes } from '../../case/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { loadSources } from './sources.ts';
import { mayReportFor, mayUse } from './volume-access.ts';
import { VolumeEntry } from './volume.entity.ts';

export interface ReportRequest {
  readonly rows: readonly ReportRow[];
  readonly headerYear?: number | undefined;
  readonly isConfirmed: boolean;
}

export interface ReportPlan {
  readonly decision: ReportDecision;
  /** The last entry of each source for the matters and months of the report, and of the year before. */
  readonly standing: ReadonlyMap<string, VolumeEntry>;
  readonly conflicts: readonly { readonly matterId: string; readonly month: string; readonly sources: string[] }[];
}

export const entryKey = (matterId: string, month: string, source: string): string => `${matterId} ${month} ${source}`;

/** Holds a report against all that is known; writes nothing. A source may be named by its code or as people call it. */
export async function planReport(
  call: Call,
  em: Em,
  { rows, headerYear, isConfirmed }: ReportRequest,
): Promise<ReportPlan> {
  const sources = await loadSources(em);
  const codeOf = new Map(
    [...sources.values()].flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]),
  );
  const named = rows.map((row) => ({ ...row, source: codeOf.get(row.source.trim()) ?? row.source }));
  const matterOf = matterFinder(call);
  const standing = await findStanding(em, spanOf(named, matterOf, headerYear));
  const decision = decideReport(named, {
    currentMonth: monthOf(civilDateAt(call.now, call.deps.config.timeZone)),
    ...{ headerYear, isConfirmed },
    findMatter: matterOf,
    mayReportFor: (departmentId) => mayReportFor(call, departmentId),
    judgeSource: (code) => {
      const source = sources.get(code);
      return source === undefined ? 'unknown' : mayUse(call, source) ? 'allowed' : 'foreign';
    },
    findStanding: (matterId, month, source) => standing.get(entryKey(matterId, month, source)),
  });
  const conflicts = decision.ok ? await findConflicts(em, decision.entries, standing) : [];
  return { decision, standing, conflicts };
}

function matterFinder(call: Call) {
  const snapshot = call.deps.services.get(catalogKey).current();
  return (code: string) => {
    const matter = snapshot.find(code);
    if (matter !== undefined) return { ...matter, retiredOn: null, successor: null };
    const retired = snapshot.findRetired(code);
    if (retired === undefined) return undefined;
    const heir = snapshot.findById(snapshot.heirOf(retired.id));
    return { ...retired, successor: heir === undefined ? null : `${heir.code} ${heir.name}` };
  };
}

interface Span {
  readonly matterIds: readonly string[];
  readonly first: string;
  readonly last: string;
}

/** The months of the report and those a year before them. */
function spanOf(
  rows: readonly ReportRow[],
  matterOf: ReturnType<typeof matterFinder>,
  headerYear: number | undefined,
): Span {
  const months = rows.flatMap(({ month }) => parseMonth(month.trim(), headerYear) ?? []).sort();
  const [first = '0001-01', last = '0001-01'] = [months[0], months.at(-1)];
  const matterIds = [...new Set(rows.flatMap(({ matter }) => matterOf(matter.trim())?.id ?? []))];
  return { matterIds, first: monthAt(Math.max(12, monthIndex(first) - 12)), last };
}

async function findStanding(em: Em, { matterIds, first, last }: Span): Promise<Map<string, VolumeEntry>> {
  if (matterIds.length === 0) return new Map();
  const found = await em.find(
    VolumeEntry,
    { matterId: { $in: [...matterIds] }, month: { $gte: first, $lte: last } },
    { orderBy: { turn: 'asc' }, disableIdentityMap: true },
  );
  return new Map(found.map((entry) => [entryKey(entry.matterId, entry.month, entry.source), entry]));
}

/** Months of the report that another source has too, our own counters among them. */
async function findConflicts(
  em: Em,
  entries: readonly DecidedReport[],
  standing: ReadonlyMap<string, VolumeEntry>,
): Promise<ReportPlan['conflicts']> {
  const months = entries.map(({ month }) => month).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sourcesOf = new Map<string, Set<string>>();
  const add = (matterId: string, month: string, source: string): void => {
    const key = `${matterId} ${month}`;
    sourcesOf.set(key, (sourcesOf.get(key) ?? new Set()).add(source));
  };
  for (const { matterId, month, value } of await findVolumes(em, { first, last }))
    if (value > 0) add(matterId, month, ownSource);
  for (const { matterId, month, source } of [...standing.values(), ...entries]) add(matterId, month, source);
  const asked = new Set(entries.map(({ matterId, month }) => `${matterId} ${month}`));
  return [...asked].flatMap((key) => {
    const [matterId = '', month = ''] = key.split(' ');
    const sources = [...(sourcesOf.get(key) ?? [])];
    return sources.length > 1 ? [{ matterId, month, sources }] : [];
  });
}
