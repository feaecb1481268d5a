import type { AffiliationKind, Audience, CivilDate } from '@yitang/domain/vocabulary';
import type { DemoMatter } from '../matters/index.ts';
import type { DemoAffiliation, DemoPerson } from '../people/index.ts';
import type { Random } from '../random.ts';

/** Nobody of the demo is only a visitor: alumni and parents stand for the public. */
const kindsFor: Readonly<Record<Audience, readonly AffiliationKind[]>> = {
  student: ['student'],
  teacher: ['teacher', 'staff'],
  parent: ['parent'],
  alumnus: ['alumnus'],
  visitor: ['alumnus', 'parent'],
};

/** Draws who may ask for a matter on a day; undefined where nobody may. */
export type DrawApplicant = (matter: DemoMatter, day: CivilDate, random: Random) => number | undefined;

export function createApplicantDraw(people: readonly DemoPerson[]): DrawApplicant {
  const known = new Map<string, readonly number[]>();
  return (matter, day, random) => {
    // Who belongs changes at the turn of a month only: affiliations begin on the 1st and end on a last day.
    const key = `${matter.audiences.join()}/${levelOf(matter)}/${day.slice(0, 7)}`;
    const fitting = known.get(key) ?? indexesOf(people, (one) => fits(one, matter, day));
    known.set(key, fitting);
    return fitting.length === 0 ? undefined : random.pick(fitting);
  };
}

function indexesOf(people: readonly DemoPerson[], isFitting: (affiliation: DemoAffiliation) => boolean): number[] {
  return people.flatMap(({ affiliations }, index) => (affiliations.some(isFitting) ? [index] : []));
}

function fits({ kind, level, from, until }: DemoAffiliation, matter: DemoMatter, day: CivilDate): boolean {
  if (from > day || (until !== null && until < day)) return false;
  if (!matter.audiences.some((audience) => kindsFor[audience].includes(kind))) return false;
  const wanted = levelOf(matter);
  return kind !== 'student' || wanted === 'any' || (level === '本科') === (wanted === 'undergraduate');
}

function levelOf({ name, departmentCode }: DemoMatter): 'any' | 'undergraduate' | 'graduate' {
  if (departmentCode === '106' || name.includes('研究生') || name.includes('博士')) return 'graduate';
  return departmentCode === '105' && name !== '在校生学籍证明' && name !== '休学申请' ? 'undergraduate' : 'any';
}
