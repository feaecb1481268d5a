import type { AffiliationKind } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';
import { sealedFor, type Sealed } from '../../platform/crypto/index.ts';

/** Somebody, once, however many accounts and affiliations they have. ID number, phone and mail are encrypted. */
const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'people',
  indexes: [
    { name: 'people_name', properties: ['name', 'id'] },
    { name: 'people_id_number_index', properties: ['idNumberIndex'] },
    { name: 'people_phone_index', properties: ['phoneIndex'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    name: p.string().length(100),
    idNumberSealed: p.string().length(400).$type<Sealed>().groups(sealedFor('person.id-number')).nullable(),
    /** Keyed hash: finds an equal number without revealing one. */
    idNumberIndex: p.string().length(64).nullable(),
    phoneSealed: p.string().length(400).$type<Sealed>().groups(sealedFor('person.phone')).nullable(),
    phoneIndex: p.string().length(64).nullable(),
    emailSealed: p.string().length(600).$type<Sealed>().groups(sealedFor('person.email')).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);

/** What somebody is to the university, from one day to another. */
const AffiliationSchema = defineEntity({
  name: 'Affiliation',
  tableName: 'affiliations',
  uniques: [{ name: 'affiliations_kind_number_from', properties: ['kind', 'number', 'fromDay'] }],
  indexes: [
    { name: 'affiliations_person', properties: ['personId'] },
    { name: 'affiliations_number', properties: ['number'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    personId: p.string().length(36),
    kind: p.string().$type<AffiliationKind>().length(16),
    /** 学工号, a string: leading zeros count. */
    number: p.string().length(64).nullable(),
    departmentId: p.string().length(36).nullable(),
    programme: p.string().length(100).nullable(),
    /** 本科, 硕士, 博士 … */
    level: p.string().length(40).nullable(),
    /** 2023级 */
    grade: p.string().length(20).nullable(),
    position: p.string().length(100).nullable(),
    studentStatus: p.string().$type<StudentStatus>().length(16).nullable(),
    /** What the finance office says is owed, in fen. */
    arrearsFen: p.integer().default(0),
    fromDay: p.string().length(10),
    untilDay: p.string().length(10).nullable(),
    expectedEnd: p.string().length(10).nullable(),
  },
});
export type StudentStatus = 'registered' | 'suspended' | 'graduated' | 'withdrawn';
export class Affiliation extends AffiliationSchema.class {}
AffiliationSchema.setClass(Affiliation);
