import type {
  Answer,
  OverviewTargetData,
  ReformOverviewData,
  ReformResultsData,
  ResultMatterData,
} from '@yitang/contract';
import type { resultsEndpoints } from '@yitang/contract';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Call, FileAnswer } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { Asking } from '../asking.ts';
import { isGenuine, sealedFile, type SealedPart } from '../sealed-document.ts';
import { ReformMonth, type MonthPart } from './reform-month.entity.ts';

type Endpoints = typeof resultsEndpoints;

interface Frozen {
  readonly month: CivilMonth;
  readonly isLate: boolean;
  /** UTC. */
  readonly frozenAt: string;
}

/** What everybody may see of a month. */
export interface PublicMonth extends Frozen, ReformResultsData {
  readonly kind: '改革成效月度冻结';
  readonly rows: readonly ResultMatterData[];
}

/** The overview of a month; what was to be expected of days to come is not in it. */
export interface OfficeMonth extends Frozen {
  readonly kind: '改革总览月度冻结';
  readonly overview: ReformOverviewData;
}

/** The months that were frozen, latest first. */
export async function listMonths(em: Em): Promise<{ month: CivilMonth; isLate: boolean }[]> {
  const found = await em.find(
    ReformMonth,
    { part: 'public' },
    { fields: ['month', 'isLate'], orderBy: { month: 'desc' }, disableIdentityMap: true },
  );
  return found.map(({ month, isLate }) => ({ month, isLate }));
}

/** @throws `record.not-found` */
export async function readPublicMonth(
  call: Asking,
  month: CivilMonth,
): Promise<{ frozen: Answer<Endpoints['getFrozenMonth']>['frozen']; document: PublicMonth }> {
  const row = await requireMonth(call.em, month, 'public');
  return { frozen: presentMonth(row), document: JSON.parse(row.document) as PublicMonth };
}

/** @throws `record.not-found` */
export async function getFrozenMonth(call: Call, month: CivilMonth): Promise<Answer<Endpoints['getFrozenMonth']>> {
  const row = await requireMonth(call.em, month, 'office');
  return { frozen: presentMonth(row), overview: (JSON.parse(row.document) as OfficeMonth).overview };
}

/** One of the three files of the public document. @throws `record.not-found` */
export async function readMonthFile(call: Call, month: CivilMonth, part: SealedPart): Promise<FileAnswer> {
  return sealedFile(await requireMonth(call.em, month, 'public'), `改革成效_${month}_冻结`, part);
}

async function requireMonth(em: Em, month: CivilMonth, part: MonthPart): Promise<ReformMonth> {
  const found = await em.findOne(ReformMonth, { month, part }, { disableIdentityMap: true });
  if (found === null) throw problem('record.not-found');
  return found;
}

function presentMonth(row: ReformMonth): Answer<Endpoints['getFrozenMonth']>['frozen'] {
  const { month, asOf, isLate, digest, keyId, frozenAt } = row;
  return { month, asOf, isLate, digest, keyId, frozenAt: frozenAt.toISOString(), isGenuine: isGenuine(row) };
}

/** A forecast says what is planned now, not what stood then. */
export function withoutForecast(overview: ReformOverviewData): ReformOverviewData {
  const targets = overview.targets.map((target): OverviewTargetData => ({
    ...target,
    onLocalDay: target.onLocalDay?.isForecast === true ? null : target.onLocalDay,
    withUndated: null,
  }));
  return { ...overview, targets };
}
