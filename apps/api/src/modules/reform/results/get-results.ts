import type { Answer, Input, OpenResultsData, ResultMatterData, resultsEndpoints } from '@yitang/contract';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { Standing } from './compute-results.ts';
import { listMonths, readPublicMonth } from './frozen-months.ts';
import { liveResults } from './live-results.ts';

type Endpoints = typeof resultsEndpoints;

interface Asked {
  /** As it was frozen for this month; left out: as it stands. */
  readonly month?: CivilMonth | undefined;
}

interface Shown extends Standing {
  readonly frozen: Answer<Endpoints['getResults']>['frozen'];
}

/** Live and frozen figures come in one shape, so that one page shows both. @throws `record.not-found` */
async function standingOf(call: Call, { month }: Asked): Promise<Shown> {
  if (month === undefined) return { ...(await liveResults(call)), frozen: null };
  const { frozen, document } = await readPublicMonth(call, month);
  const { rows, kind: _kind, month: _month, isLate: _late, frozenAt: _at, ...results } = document;
  return { results, rows, frozen };
}

export async function getResults(call: Call, query: Asked): Promise<Answer<Endpoints['getResults']>> {
  const { results, frozen } = await standingOf(call, query);
  return { results, frozen, months: await listMonths(call.em) };
}

/** @throws `record.not-found` for a figure that counts no matters of these results, or a month that was not frozen */
export async function listResultMatters(
  call: Call,
  { figure, after = '', limit, ...asked }: Input<Endpoints['listResultMatters']>['query'],
): Promise<{ items: ResultMatterData[]; next?: string }> {
  const { rows } = await standingOf(call, asked);
  const counted = rows.filter(({ figures }) => figures.includes(figure));
  if (counted.length === 0) throw problem('record.not-found');
  const rest = counted.filter(({ code }) => code > after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(last !== undefined && rest.length > items.length ? { next: last.code } : {}) };
}

export async function getOpenResults(call: Call, asked: Asked): Promise<OpenResultsData> {
  const { results, rows, frozen } = await standingOf(call, asked);
  return {
    ...results,
    frozen: frozen && { month: frozen.month, frozenAt: frozen.frozenAt, isLate: frozen.isLate },
    rows: [...rows],
  };
}
