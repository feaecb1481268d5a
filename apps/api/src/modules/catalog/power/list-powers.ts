import type { Answer, Input, PowerDecisionData, powerEndpoints } from '@yitang/contract';
import { nextPowerStatus } from '@yitang/domain/power';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { listMaterialsOf } from '../../material/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { departmentsInReach, mayIn } from '../draft/draft-access.ts';
import { readPlace } from '../draft/list-drafts.ts';
import { findEnterable } from './enterable.ts';
import { isWithdrawable } from './enter-power.ts';
import { findPowers, requirePower } from './find-power.ts';
import { presentDecision, presentPowerRow } from './power.presenter.ts';
import { Power, PowerDecision, PowerLink } from './power.entity.ts';

type Endpoints = typeof powerEndpoints;

/** Entries within the caller's reach, by code. */
export async function listPowerEntries(
  call: Call,
  query: Input<Endpoints['listPowerEntries']>['query'],
): Promise<Answer<Endpoints['listPowerEntries']>> {
  const reach = departmentsInReach(call);
  const wanted =
    query.department === undefined ? reach : [query.department].filter((id) => reach?.includes(id) ?? true);
  const q = query.q?.trim().replaceAll(/[\\%_]/g, '') ?? '';
  const rows = await call.em.find(
    Power,
    {
      ...(wanted === undefined ? {} : { departmentId: { $in: [...wanted] } }),
      status: query.status ?? { $ne: 'withdrawn' },
      ...(q === '' ? {} : { $or: [{ name: { $like: `%${q}%` } }, { code: { $like: `%${q}%` } }] }),
      ...(query.after === undefined ? {} : { code: { $gt: query.after } }),
    },
    { orderBy: { code: 'asc' }, limit: query.limit + 1, disableIdentityMap: true },
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((power) => presentPowerRow(call, power)),
    mayEnter: await mayEnter(call),
    ...(rows.length > query.limit && last !== undefined ? { next: last.code } : {}),
  };
}

/** Whether there is a department that the caller can enter for now. */
async function mayEnter(call: Call): Promise<boolean> {
  const reach = departmentsInReach(call);
  if (reach === undefined) return true;
  const enterable = await findEnterable(call, call.em);
  return reach.some((id) => enterable.has(id) && mayIn(call, 'catalog.edit', id));
}

/** An entry with its line both ways, what was decided about it and the matters that exercise it. */
export async function getPowerEntry(call: Call, code: string): Promise<Answer<Endpoints['getPowerEntry']>> {
  const power = await requirePower(call, call.em, code);
  const links = await call.em.find(
    PowerLink,
    { $or: [{ fromCode: code }, { toCode: code }] },
    { disableIdentityMap: true },
  );
  const decisions = await decisionsAbout(call.em, power, links);
  const row = presentPowerRow(call, power);
  const others = links.map(({ fromCode, toCode }) => (fromCode === code ? toCode : fromCode));
  const names = await namesOf(call.em, others);
  const named = (one: string) => ({ code: one, name: names(one) });
  const isReform = mayIn(call, 'catalog.review', power.departmentId);
  const isEnterable = isReform || (await findEnterable(call, call.em)).has(power.departmentId);
  const mayEdit = isEnterable && mayIn(call, 'catalog.edit', power.departmentId);
  return {
    ...row,
    content: contentOf(power),
    predecessors: links.filter(({ toCode }) => toCode === code).map(({ fromCode }) => named(fromCode)),
    successors: links.filter(({ fromCode }) => fromCode === code).map(({ toCode }) => named(toCode)),
    linked: [...call.deps.services.get(catalogKey).current().powers.mattersOf(code)],
    decisions: await presentDecisions(call, decisions),
    isEditable: mayEdit && nextPowerStatus(power.status, 'change') !== undefined,
    isWithdrawable: mayEdit && isWithdrawable(power),
  };
}

export const contentOf = ({ content }: Pick<Power, 'content'>) => ({
  ...content,
  basis: content.basis.map((one) => ({ ...one })),
  audiences: [...content.audiences],
});

/** The decision that stands, and those whose links touch it. */
async function decisionsAbout(em: Em, power: Power, links: readonly PowerLink[]): Promise<PowerDecision[]> {
  const ids = new Set([power.decisionId ?? '', ...links.map(({ decisionId }) => decisionId)]);
  ids.delete('');
  if (ids.size === 0) return [];
  return em.find(PowerDecision, { id: { $in: [...ids] } }, { orderBy: { at: 'desc' }, disableIdentityMap: true });
}

export async function listDecisions(
  call: Call,
  { after, limit }: Input<Endpoints['listPowerDecisions']>['query'],
): Promise<Answer<Endpoints['listPowerDecisions']>> {
  const place = after === undefined ? undefined : readPlace(after);
  const rows = await call.em.find(
    PowerDecision,
    place === undefined ? {} : { $or: [{ at: { $lt: place.at } }, { at: place.at, id: { $lt: place.id } }] },
    { orderBy: { at: 'desc', id: 'desc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await presentDecisions(call, page),
    ...(rows.length > limit && last !== undefined ? { next: `${last.at.getTime()}_${last.id}` } : {}),
  };
}

async function presentDecisions(call: Call, decisions: readonly PowerDecision[]): Promise<PowerDecisionData[]> {
  const codes = decisions.flatMap(({ steps, made }) => [...steps.map(({ code }) => code), ...made]);
  const nameOf = await namesOf(call.em, codes);
  const files = await listMaterialsOf(
    call.em,
    'power',
    decisions.map(({ id }) => id),
  );
  return decisions.map((one) => presentDecision(call, one, { nameOf, file: files.get(one.id)?.at(-1) }));
}

async function namesOf(em: Em, codes: readonly string[]): Promise<(code: string) => string> {
  const powers = await findPowers(em, codes);
  return (code) => powers.get(code)?.name ?? code;
}

/** @throws `record.not-found` for a decision about no entry that the caller may see */
export async function requireDecision(call: Call, id: string): Promise<PowerDecision> {
  const decision = await call.em.findOne(PowerDecision, { id }, { disableIdentityMap: true });
  if (decision === null) throw problem('record.not-found');
  const powers = await findPowers(call.em, [...decision.steps.map(({ code }) => code), ...decision.made]);
  const isVisible = [...powers.values()].some(({ departmentId }) => mayIn(call, 'catalog.read-drafts', departmentId));
  if (!isVisible) throw problem('record.not-found');
  return decision;
}
