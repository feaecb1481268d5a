import type { AffiliationKind, CivilDate } from '@yitang/domain/vocabulary';
import { selectRows, type Em } from '../../database/index.ts';
import type { FieldCrypto } from '../../platform/crypto/index.ts';
import type { StudentStatus } from './person.entity.ts';
import { purposes } from './personal-values.ts';
import { isValidOn } from './valid-on.ts';

/** What an application fills in by itself and what a precondition looks up. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** As it is stored: whoever needs it opens it. */
  readonly idNumberSealed: string | null;
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

type Row = Record<string, string | number | null> & { name: string };

const statement = `
  select p.name, p.phone_sealed, p.email_sealed, p.id_number_sealed, a.kind, a.number, a.department_id, a.programme, a.level, a.grade,
    a.position, a.student_status, a.arrears_fen, a.from_day, a.until_day, a.expected_end
  from people p left join affiliations a on a.person_id = p.id where p.id = ?`;

/** The same as `findPersonFacts`, in one statement: submitting an application asks for it each time. */
export async function findApplicantFacts(
  em: Em,
  personId: string,
  { crypto, today, departmentName }: ApplicantLookup,
): Promise<PersonFacts | undefined> {
  const rows = await selectRows<Row>(em, statement, [personId]);
  const [first] = rows;
  if (first === undefined) return undefined;
  const affiliations = rows.filter(({ kind }) => kind !== null).map((row) => toFacts(row, { today, departmentName }));
  return {
    id: personId,
    name: first.name,
    phone: open(crypto, first['phone_sealed'], purposes.phone),
    email: open(crypto, first['email_sealed'], purposes.email),
    idNumberSealed: text(first['id_number_sealed']),
    affiliations: affiliations.sort(currentFirst),
  };
}

function toFacts(row: Row, { today, departmentName }: Omit<ApplicantLookup, 'crypto'>): AffiliationFacts {
  const departmentId = text(row['department_id']);
  const fromDay = text(row['from_day']) ?? '';
  const untilDay = text(row['until_day']);
  return {
    kind: row['kind'] as AffiliationFacts['kind'],
    number: text(row['number']),
    departmentId,
    department: departmentId === null ? null : (departmentName(departmentId) ?? null),
    programme: text(row['programme']),
    level: text(row['level']),
    grade: text(row['grade']),
    position: text(row['position']),
    studentStatus: text(row['student_status']) as AffiliationFacts['studentStatus'],
    arrearsFen: Number(row['arrears_fen'] ?? 0),
    fromDay,
    untilDay,
    expectedEnd: text(row['expected_end']),
    isCurrent: isValidOn({ fromDay, untilDay }, today),
  };
}

const text = (value: string | number | null | undefined): string | null => (typeof value === 'string' ? value : null);

const open = (crypto: FieldCrypto, sealed: string | number | null | undefined, purpose: string): string | null =>
  typeof sealed === 'string' ? crypto.decryptField(sealed, purpose) : null;

const currentFirst = (one: AffiliationFacts, other: AffiliationFacts): number =>
  Number(other.isCurrent) - Number(one.isCurrent) || other.fromDay.localeCompare(one.fromDay);
