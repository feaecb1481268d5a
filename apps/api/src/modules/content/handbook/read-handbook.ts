import type { Answer, handbookEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey, type PublishedMatter } from '../../catalog/index.ts';
import { findPeopleWithRole, findPersonNames } from '../../identity/index.ts';
import { may, requireAct, requireMatter } from './handbook-access.ts';
import { Handbook, TrainingRecord } from './handbook.entity.ts';

type Endpoints = typeof handbookEndpoints;
type Result = NonNullable<Answer<Endpoints['getHandbook']>['mine']>;
const quiet = { disableIdentityMap: true } as const;

const departmentOf = (call: Call, { departmentId }: PublishedMatter): string =>
  call.deps.services.get(catalogKey).current().findDepartment(departmentId)?.name ?? '';

/** In the order of the matters' codes. */
export async function listHandbooks(call: Call): Promise<Answer<Endpoints['listHandbooks']>> {
  const { matters } = call.deps.services.get(catalogKey).current();
  const mine = matters.filter(({ departmentId }) => may(call, 'handbook.read', departmentId));
  const handbooks = new Map((await call.em.find(Handbook, {}, quiet)).map((one) => [one.matterId, one]));
  const records = await call.em.find(TrainingRecord, { personId: call.principal.personId ?? '' }, quiet);
  const items = mine.flatMap((matter) => {
    const handbook = handbooks.get(matter.id);
    if (handbook === undefined) return [];
    const own = records.filter(({ matterId }) => matterId === matter.id);
    const { code, name } = matter;
    const questions = handbook.questions.length;
    return [{ code, name, questions, department: departmentOf(call, matter), mine: bestOf(own, handbook.revision) }];
  });
  const missing = mine
    .filter(({ id, departmentId }) => !handbooks.has(id) && may(call, 'handbook.edit', departmentId))
    .map(({ code, name }) => ({ code, name }));
  return { items, missing };
}

/** One that nobody has written yet is empty. @throws `record.not-found` */
export async function getHandbook(call: Call, code: string): Promise<Answer<Endpoints['getHandbook']>> {
  const matter = requireMatter(call, code);
  const handbook = await call.em.findOne(Handbook, { matterId: matter.id }, quiet);
  const own = { matterId: matter.id, personId: call.principal.personId ?? '' };
  const records = await call.em.find(TrainingRecord, own, quiet);
  const isEditable = may(call, 'handbook.edit', matter.departmentId);
  const questions = handbook?.questions ?? [];
  const revision = handbook?.revision ?? 0;
  return {
    ...{ code, revision, isEditable, name: matter.name, department: departmentOf(call, matter) },
    body: handbook?.body ?? '',
    passMark: handbook?.passMark ?? 0,
    updatedAt: handbook?.updatedAt.toISOString() ?? null,
    updatedBy: handbook?.updatedBy ?? null,
    questions: questions.map(({ text, options }) => ({ text, options: [...options] })),
    test: isEditable ? questions.map(({ options, ...rest }) => ({ ...rest, options: [...options] })) : null,
    mine: bestOf(records, revision),
  };
}

/** A pass of the newest version before one of an older, a pass before a failure, and the latest of equals. */
function bestOf(records: readonly TrainingRecord[], revision: number): Result | null {
  const worth = (one: TrainingRecord) => (one.isPassed ? 2 : 0) + (one.revision === revision ? 1 : 0);
  const [best] = [...records].sort((a, b) => worth(b) - worth(a) || b.at.getTime() - a.at.getTime());
  if (best === undefined) return null;
  const { right, of, isPassed, at } = best;
  return { right, of, isPassed, at: at.toISOString(), isCurrent: best.revision === revision };
}

/** The clerks of the matter's department and how they did. The read is recorded. @throws `record.not-found` */
export async function listTraining(call: Call, code: string): Promise<Answer<Endpoints['listTraining']>> {
  const matter = requireMatter(call, code);
  requireAct(call, 'training.read', matter);
  await call.deps.audit.read(call, { action: 'training.read', target: { type: 'handbook', id: code } });
  const handbook = await call.em.findOne(Handbook, { matterId: matter.id }, quiet);
  const on = civilDateAt(call.now, call.deps.config.timeZone);
  const people = await findPeopleWithRole(call.em, 'clerk', { on, scopeId: matter.departmentId });
  const records = await call.em.find(TrainingRecord, { matterId: matter.id, personId: { $in: people } }, quiet);
  const names = await findPersonNames(call.em, people);
  const items = people.map((personId) => ({
    ...{ personId, name: names.get(personId) ?? '' },
    result: bestOf(
      records.filter((record) => record.personId === personId),
      handbook?.revision ?? 0,
    ),
  }));
  return {
    items: items.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.personId < b.personId ? -1 : 1)),
  };
}
