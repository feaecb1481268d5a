import type { Answer, teamEndpoints } from '@yitang/contract';
import { addDays, isPast } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findPersonNames } from '../../identity/index.ts';
import { listDeputies, type DeputyView } from '../../organization/index.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { countLoad, type Load } from './count-load.ts';
import { findTeam, inboxesOfMember, type Team } from './find-team.ts';
import { requireOwnTeam, todayOf } from './team-access.ts';

type TeamData = Answer<(typeof teamEndpoints)['getTeam']>;

/** Days before this one are over: today counts among them once the office has closed. */
export function lateBefore(directory: Directory, now: Date, today: CivilDate): CivilDate {
  return isPast(today, { now, office: directory.office() }) ? addDays(today, 1) : today;
}

/** The people of the head's own department with what waits for each (INBX-6). @throws `access.denied` for anybody else */
export async function getTeam(call: Call): Promise<TeamData> {
  const { em, deps, now } = call;
  const departmentId = requireOwnTeam(call);
  await deps.audit.read(call, { action: 'team.read', target: { type: 'department', id: departmentId } });
  const directory = await getDirectory(deps);
  const today = todayOf(call);
  const team = await findTeam(em, { departmentId, directory, on: today });
  const deputies = await listDeputies(em, departmentId, today);
  const inboxes = [...team.posts.map(({ id }) => id), ...inboxesOfMember(team, departmentId, null)];
  const loads = await countLoad(em, [...new Set(inboxes)], lateBefore(directory, now, today));
  const ids = [...team.heldBy.keys(), ...team.staff, ...deputies.flatMap((one) => [one.absentId, one.deputyId])];
  const names = await findPersonNames(em, ids);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const person = (id: string) => ({ id, name: nameOf(id) });
  const members = [...team.heldBy.keys(), null].map((id) => ({
    person: id === null ? null : person(id),
    posts: postNames(team, id),
    ...sumLoads(inboxesOfMember(team, departmentId, id), loads),
    deputy: id === null ? null : deputyNow(deputies, { id, today, nameOf }),
  }));
  return {
    department: directory.findDepartment(departmentId)?.name ?? '',
    members: members.filter((one) => one.person !== null || one.open > 0 || one.posts.length > 0),
    staff: team.staff.map(person),
    deputies: deputies.map(({ id, absentId, deputyId, fromDay, untilDay }) => ({
      ...{ id, fromDay, untilDay },
      absent: person(absentId),
      deputy: person(deputyId),
      isNow: fromDay <= today,
    })),
  };
}

function postNames(team: Team, personId: string | null): string[] {
  if (personId !== null) return (team.heldBy.get(personId) ?? []).map(({ name }) => name);
  const held = new Set([...team.heldBy.values()].flat());
  return team.posts.filter((post) => !held.has(post)).map(({ name }) => name);
}

function sumLoads(inboxes: readonly string[], loads: ReadonlyMap<string, Load>): Load {
  const found = inboxes.flatMap((inbox) => loads.get(inbox) ?? []);
  const sum = (of: keyof Load) => found.reduce((total, load) => total + load[of], 0);
  return { open: sum('open'), overdue: sum('overdue') };
}

function deputyNow(
  deputies: readonly DeputyView[],
  { id, today, nameOf }: { id: string; today: CivilDate; nameOf: (id: string) => string },
): TeamData['members'][number]['deputy'] {
  const found = deputies.find(({ absentId, fromDay }) => absentId === id && fromDay <= today);
  return found === undefined ? null : { name: nameOf(found.deputyId), untilDay: found.untilDay };
}
