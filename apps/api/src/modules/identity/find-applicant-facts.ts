import type { AffiliationKind, CivilDate } from '@yitang/domain/vocabulary';
import { selectRows, type Em } from '../../database/index.ts';
import type { FieldCrypto, Sealed } from '../../platform/crypto/index.ts';
import type { StudentStatus } from './person.entity.ts';
import { openValue, purposes } from './personal-values.ts';
import { isValidOn } from './valid-on.ts';

/** What an application fills in by itself and what a precondition looks up. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** As it is stored: whoever needs it opens it. */
  readonly idNumberSealed: Sealed | null;
  /** Valid ones first, then by their beginning, latest first. */
  readonly affiliations: readonly AffiliationFacts[];
}

export interface AffiliationFacts {
  readonly kind: AffiliationKind;
  readonly number: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly programme: string | null;
  readonly level: string | null;
  readonly grade: string | null;
  readonly position: string | null;
  readonly studentStatus: StudentStatus | null;
  /** In fen. */
  readonly arrearsFen: number;
  readonly fromDay: CivilDate;
  readonly untilDay: CivilDate | null;
  readonly expectedEnd: CivilDate | null;
  readonly isCurrent: boolean;
}

export interface ApplicantLookup {
  readonly crypto: FieldCrypto;
  readonly today: CivilDate;
  /** Departments are known to whoever asks; so this needs no second statement. */
  readonly departmentName: (departmentId: string) => string | undefined;
}

/** `applicantColumns` of a row: the person, and an affiliation where there is one. */
export interface ApplicantRow {
  name: string;
  phone_sealed: Sealed | null;
  email_sealed: Sealed | null;
  id_number_sealed: Sealed | null;
  affiliation_id: string | null;
  kind: AffiliationKind;
  number: string | null;
  department_id: string | null;
  programme: string | null;
  level: string | null;
  grade: string | null;
  position: string | null;
  student_status: StudentStatus | null;
  arrears_fen: number | null;
  from_day: CivilDate;
  until_day: CivilDate | null;
  expected_end: CivilDate | null;
}

/** For a statement in which the person is `p` and their affiliations are `a`. */
export const applicantColumns = `p.name, p.phone_sealed, p.email_sealed, p.id_number_sealed, a.id as affiliation_id, a.kind, a.number,
    a.department_id, a.programme, a.level, a.grade, a.position, a.student_status, a.arrears_fen, a.from_day, a.until_day, a.expected_end`;

const statement = `select ${applicantColumns} from people p left join affiliations a on a.person_id = p.id where p.id = ?`;

/** The same as `findPersonFacts`, in one statement. */
export async function findApplicantFacts(
  em: Em,
  personId: string,
  look: ApplicantLookup,
): Promise<PersonFacts | undefined> {
  const rows = await selectRows<ApplicantRow>(em, statement, [personId]);
  return rows.length === 0 ? undefined : readApplicantFacts(personId, rows, look);
}

/** What rows of one person say, each of whose affiliations may come several times. @throws Error for no row */
export function readApplicantFacts(
  personId: string,
  rows: readonly ApplicantRow[],
  { crypto, today, departmentName }: ApplicantLookup,
): PersonFacts {
  const [first] = rows;
  if (first === undefined) throw new Error('a person has at least one row');
  const affiliations = new Map<string, AffiliationFacts>();
  for (const row of rows)
    if (row.affiliation_id !== null && !affiliations.has(row.affiliation_id))
      affiliations.set(row.affiliation_id, toFacts(row, { today, departmentName }));
  return {
    id: personId,
    name: first.name,
    phone: openValue(crypto, first.phone_sealed, purposes.phone),
    email: openValue(crypto, first.email_sealed, purposes.email),
    idNumberSealed: first.id_number_sealed,
    affiliations: [...affiliations.values()].sort(currentFirst),
  };
}

function toFacts(row: ApplicantRow, { today, departmentName }: Omit<ApplicantLookup, 'crypto'>): AffiliationFacts {
  const { department_id: departmentId, from_day: fromDay, until_day: untilDay } = row;
  return {
    kind: row.kind,
    number: row.number,
    departmentId,
    department: departmentId === null ? null : (departmentName(departmentId) ?? null),
    programme: row.programme,
    level: row.level,
    grade: row.grade,
    position: row.position,
    studentStatus: row.student_status,
    arrearsFen: Number(row.arrears_fen ?? 0),
    fromDay,
    untilDay,
    expectedEnd: row.expected_end,
    isCurrent: isValidOn({ fromDay, untilDay }, today),
  };
}

const currentFirst = (one: AffiliationFacts, other: AffiliationFacts): number =>
  Number(other.isCurrent) - Number(one.isCurrent) || other.fromDay.localeCompare(one.fromDay);
