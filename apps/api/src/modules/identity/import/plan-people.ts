import type { RequiredEntityData } from '@mikro-orm/sql';
import { addDays } from '@yitang/domain/calendar';
import { inPieces, type Em } from '../../../database/index.ts';
import type { FieldCrypto } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Table } from '../../../platform/table-file/index.ts';
import { departmentFinder, differs, listDepartments, type ImportPlan } from '../../organization/index.ts';
import { Account } from '../account.entity.ts';
import { openValue, purposes, sealPersonalValues, type PersonalValues } from '../personal-values.ts';
import { Affiliation, Person } from '../person.entity.ts';
import { readPeople, type PersonRow } from './import-people.ts';

export interface ImportTools {
  readonly crypto: FieldCrypto;
  readonly now: Date;
}

const chunk = 500;

/**
 * People by their 学工号: person, account at the CAS, dated affiliation. A number that is new belongs to the person with
 * the same ID number, where there is one. A later 起始日期 begins a new affiliation and ends the one before it.
 */
export async function planPeopleImport(em: Em, table: Table, tools: ImportTools): Promise<ImportPlan> {
  const findDepartment = departmentFinder(await listDepartments(em));
  const { rows, issues } = readPeople(table, (text) => findDepartment(text)?.id);
  const plan = { rows: table.rows.length, issues, created: 0, changed: 0, unchanged: 0 };
  if (issues.length > 0) return { ...plan, apply: () => Promise.resolve() };
  const known = await loadKnown(em, rows, tools.crypto);
  const writes = rows.map((row) => planRow(row, known, tools));
  for (const { outcome } of writes) plan[outcome] += 1;
  return { ...plan, apply: () => applyAll(em, writes) };
}

interface Known {
  /** 学工号 with an account at the CAS. */
  readonly accounts: Set<string>;
  readonly personByNumber: Map<string, string>;
  readonly personByIdNumber: Map<string, string>;
  readonly people: Map<string, Person>;
  readonly affiliations: Map<string, Affiliation[]>;
}

async function loadKnown(em: Em, rows: readonly PersonRow[], crypto: FieldCrypto): Promise<Known> {
  const known: Known = {
    accounts: new Set(),
    personByNumber: new Map(),
    personByIdNumber: new Map(),
    people: new Map(),
    affiliations: new Map(),
  };
  for (const part of inPieces(rows, chunk)) {
    const numbers = part.map(({ number }) => number);
    const indexes = part.flatMap(({ personal }) =>
      personal.idNumber ? [crypto.blindIndex(personal.idNumber, purposes.idNumber)] : [],
    );
    const accounts = await em.find(Account, { provider: 'cas', subject: { $in: numbers } });
    for (const { subject, personId } of accounts) {
      known.accounts.add(subject);
      known.personByNumber.set(subject, personId);
    }
    for (const affiliation of await em.find(Affiliation, { number: { $in: numbers } })) {
      const key = affiliation.number ?? '';
      known.affiliations.set(key, [...(known.affiliations.get(key) ?? []), affiliation]);
      if (!known.personByNumber.has(key)) known.personByNumber.set(key, affiliation.personId);
    }
    const ids = numbers.flatMap((number) => known.personByNumber.get(number) ?? []);
    for (const person of await em.find(Person, { $or: [{ id: { $in: ids } }, { idNumberIndex: { $in: indexes } }] })) {
      known.people.set(person.id, person);
      if (typeof person.idNumberIndex === 'string') known.personByIdNumber.set(person.idNumberIndex, person.id);
    }
  }
  return known;
}

interface RowWrite {
  readonly outcome: 'created' | 'changed' | 'unchanged';
  apply(made: MadeRows): void;
}

interface MadeRows {
  readonly people: RequiredEntityData<Person>[];
  readonly accounts: RequiredEntityData<Account>[];
  readonly affiliations: RequiredEntityData<Affiliation>[];
}

function planRow(row: PersonRow, known: Known, { crypto, now }: ImportTools): RowWrite {
  const index = row.personal.idNumber ? crypto.blindIndex(row.personal.idNumber, purposes.idNumber) : undefined;
  const personId =
    known.personByNumber.get(row.number) ?? (index === undefined ? undefined : known.personByIdNumber.get(index));
  const hasAccount = known.accounts.has(row.number);
  const person = personId === undefined ? undefined : known.people.get(personId);
  const id = personId ?? newId(now.getTime());
  // two new numbers in one file may be one person
  if (index !== undefined) known.personByIdNumber.set(index, id);
  known.personByNumber.set(row.number, id);
  const isNew = personId === undefined;
  const isPersonChanged =
    person !== undefined && (person.name !== row.name || personalDiffers(person, row.personal, crypto));
  const affiliation = planAffiliation(row, id, known.affiliations.get(row.number) ?? []);
  const isChanged = isPersonChanged || !hasAccount || affiliation.isChanged;
  return {
    outcome: isNew ? 'created' : isChanged ? 'changed' : 'unchanged',
    apply: (made) => {
      if (isNew)
        made.people.push({
          id,
          name: row.name,
          ...sealPersonalValues(crypto, row.personal),
          createdAt: now,
          updatedAt: now,
        });
      else if (person !== undefined && isPersonChanged) {
        Object.assign(person, { name: row.name, ...sealPersonalValues(crypto, row.personal), updatedAt: now });
      }
      if (!hasAccount)
        made.accounts.push({
          id: newId(now.getTime()),
          personId: id,
          provider: 'cas',
          subject: row.number,
          isDisabled: false,
          createdAt: now,
        });
      affiliation.apply(made);
    },
  };
}

/** Encrypted twice, one value looks different each time: what is compared is the clear text. */
function personalDiffers(person: Person, wanted: PersonalValues, crypto: FieldCrypto): boolean {
  const stored = {
    idNumber: openValue(crypto, person.idNumberSealed, purposes.idNumber),
    phone: openValue(crypto, person.phoneSealed, purposes.phone),
    email: openValue(crypto, person.emailSealed, purposes.email),
  };
  return differs(stored, wanted);
}

function planAffiliation({ number, affiliation }: PersonRow, personId: string, stored: readonly Affiliation[]) {
  const ofKind = stored.filter(({ kind }) => kind === affiliation.kind);
  const same = ofKind.find(({ fromDay }) => fromDay === affiliation.fromDay);
  if (same !== undefined) {
    const isChanged = differs(same, affiliation);
    return { isChanged, apply: () => void (isChanged && Object.assign(same, affiliation)) };
  }
  return {
    isChanged: true,
    apply: (made: MadeRows) => {
      const open = ofKind.filter(
        ({ fromDay, untilDay }) =>
          fromDay < affiliation.fromDay && (untilDay ?? affiliation.fromDay) >= affiliation.fromDay,
      );
      for (const before of open) before.untilDay = addDays(affiliation.fromDay, -1);
      made.affiliations.push({ id: newId(), personId, number, ...affiliation });
    },
  };
}

/** New rows go in by hundreds; changed ones are written by the unit of work. */
async function applyAll(em: Em, writes: readonly RowWrite[]): Promise<void> {
  const made: MadeRows = { people: [], accounts: [], affiliations: [] };
  for (const write of writes) write.apply(made);
  await em.flush();
  for (const part of inPieces(made.people, chunk)) await em.insertMany(Person, part);
  for (const part of inPieces(made.accounts, chunk)) await em.insertMany(Account, part);
  for (const part of inPieces(made.affiliations, chunk)) await em.insertMany(Affiliation, part);
}
