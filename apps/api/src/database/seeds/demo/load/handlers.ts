import { departmentInbox } from '../../../../modules/case/office-actor.ts';
import { findDemoPost, getDemoUnit } from '../organization/index.ts';
import { staffedUnits, staffNumber } from '../people/personas.ts';
import type { DemoPerson } from '../people/index.ts';
import { postKey, type DemoIds } from './load-context.ts';

/** Somebody who handled a case, in whose inbox it lay, as the timeline names them. */
export interface Handler {
  readonly personId: string;
  /** Code of the post; null where no route says which. */
  readonly post: string | null;
  /** Who holds the case in its intervals: the post, or the inbox of a department. */
  readonly holder: string;
  readonly inbox: string;
  readonly label: string;
}

export interface Handlers {
  /** A clerk of the department; of `学院`, of the applicant's own college. */
  ofDepartment(code: string, applicantDepartmentCode: string | null): Handler;
  /** Whoever holds the post that a route names. */
  ofPost(code: string, applicantDepartmentCode: string | null): Handler;
}

const staffed = new Set(staffedUnits.map(({ code }) => code));
/** Takes in what belongs nowhere else. */
const generalOffice = '101';

export function createHandlers(people: readonly DemoPerson[], ids: DemoIds): Handlers {
  const byUsername = new Map(people.map((person) => [person.username, person]));
  const byPost = new Map(
    people.flatMap((person) => person.posts.map((held) => [postKey(held.code, held.departmentCode), person] as const)),
  );
  const known = new Map<string, Handler>();
  const remember = (key: string, make: () => Handler): Handler => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  const ofDepartment: Handlers['ofDepartment'] = (code, applicantDepartmentCode) => {
    const own = [code, applicantDepartmentCode ?? ''].find((each) => staffed.has(each)) ?? generalOffice;
    return remember(`${code} ${own}`, () => {
      const inbox = departmentInbox(ids.of('department', code));
      const clerk = byUsername.get(staffNumber(own, 2));
      return { ...named(clerk, getDemoUnit(own).name), post: null, holder: inbox, inbox };
    });
  };
  const named = (person: DemoPerson | undefined, ...words: string[]) => ({
    personId: person === undefined ? '' : ids.of('person', person.key),
    label: [...words, person?.name ?? ''].join(' ').trim(),
  });
  return {
    ofDepartment,
    ofPost: (code, applicantDepartmentCode) => {
      const post = findDemoPost(code, applicantDepartmentCode ?? '');
      if (post === undefined) return ofDepartment(generalOffice, applicantDepartmentCode);
      const key = postKey(code, post.departmentCode);
      return remember(key, () => ({
        ...named(byPost.get(key), getDemoUnit(post.departmentCode).name, post.name.zh),
        post: code,
        holder: code,
        inbox: ids.of('post', key),
      }));
    },
  };
}
