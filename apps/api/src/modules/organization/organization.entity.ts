import { defineEntity, p } from '@mikro-orm/sql';
import type { OpeningPeriod } from '@yitang/domain/calendar';

const CampusSchema = defineEntity({
  name: 'Campus',
  tableName: 'campuses',
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(40).unique(),
    name: p.string().length(80),
    nameEn: p.string().length(160).nullable(),
    address: p.string().length(200).nullable(),
    addressEn: p.string().length(300).nullable(),
  },
});
export class Campus extends CampusSchema.class {}
CampusSchema.setClass(Campus);

const DepartmentSchema = defineEntity({
  name: 'Department',
  tableName: 'departments',
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(40).unique(),
    name: p.string().length(80),
    shortName: p.string().length(40),
    nameEn: p.string().length(160).nullable(),
    /** `college-group` stands for whichever college the applicant belongs to. */
    kind: p.string().$type<DepartmentKind>().length(16),
    parentId: p.string().length(36).nullable(),
    campusId: p.string().length(36).nullable(),
    place: p.string().length(200).nullable(),
    consultPhone: p.string().length(40).nullable(),
    complaintPhone: p.string().length(40).nullable(),
    /** Other spellings under which documents and systems know it. */
    aliases: p.json<string[]>(),
    isActive: p.boolean().default(true),
  },
});
export const departmentKinds = ['office', 'service', 'college-group', 'college'] as const;
export type DepartmentKind = (typeof departmentKinds)[number];
export class Department extends DepartmentSchema.class {}
DepartmentSchema.setClass(Department);

/** 科室: the part of a department that does the work. */
const OfficeSchema = defineEntity({
  name: 'Office',
  tableName: 'offices',
  indexes: [{ name: 'offices_department', properties: ['departmentId'] }],
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(40).unique(),
    departmentId: p.string().length(36),
    name: p.string().length(80),
  },
});
export class Office extends OfficeSchema.class {}
OfficeSchema.setClass(Office);

/** 岗位: what a route names. Several departments may have a post with one code. */
const PostSchema = defineEntity({
  name: 'Post',
  tableName: 'posts',
  uniques: [{ name: 'posts_code_department', properties: ['code', 'departmentId'] }],
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(80),
    departmentId: p.string().length(36),
    officeId: p.string().length(36).nullable(),
    name: p.string().length(80),
    nameEn: p.string().length(160).nullable(),
    /** A case goes to the post of this code in the applicant's own department. */
    isOfApplicantsDepartment: p.boolean(),
    phone: p.string().length(40).nullable(),
  },
});
export class Post extends PostSchema.class {}
PostSchema.setClass(Post);

const PostHolderSchema = defineEntity({
  name: 'PostHolder',
  tableName: 'post_holders',
  indexes: [{ name: 'post_holders_person', properties: ['personId'] }],
  uniques: [{ name: 'post_holders_post_person_from', properties: ['postId', 'personId', 'fromDay'] }],
  properties: {
    id: p.string().length(36).primary(),
    postId: p.string().length(36),
    personId: p.string().length(36),
    /** First and last civil day; null: without end. */
    fromDay: p.string().length(10),
    untilDay: p.string().length(10).nullable(),
  },
});
export class PostHolder extends PostHolderSchema.class {}
PostHolderSchema.setClass(PostHolder);

/** 代理: while somebody is away, another answers for the posts that they hold in a department. Kept when it is over. */
const PostDeputySchema = defineEntity({
  name: 'PostDeputy',
  tableName: 'post_deputies',
  indexes: [
    { name: 'post_deputies_absent', properties: ['absentId', 'untilDay'] },
    { name: 'post_deputies_deputy', properties: ['deputyId', 'untilDay'] },
    { name: 'post_deputies_department', properties: ['departmentId', 'untilDay'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    departmentId: p.string().length(36),
    absentId: p.string().length(36),
    deputyId: p.string().length(36),
    /** First and last civil day. */
    fromDay: p.string().length(10),
    untilDay: p.string().length(10),
    namedBy: p.string().length(120),
    namedAt: p.datetime(3),
    /** Ended before its last day. */
    endedAt: p.datetime(3).nullable(),
  },
});
export class PostDeputy extends PostDeputySchema.class {}
PostDeputySchema.setClass(PostDeputy);

const CounterSchema = defineEntity({
  name: 'Counter',
  tableName: 'counters',
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(40).unique(),
    kind: p.string().$type<'window' | 'office' | 'kiosk'>().length(16),
    name: p.string().length(80),
    nameEn: p.string().length(160).nullable(),
    campusId: p.string().length(36),
    place: p.string().length(200),
    placeEn: p.string().length(300).nullable(),
    hours: p.string().length(200),
    hoursEn: p.string().length(300).nullable(),
    periods: p.json<OpeningPeriod[]>(),
    /** Departments whose matters are taken in here. */
    departmentIds: p.json<string[]>(),
  },
});
export class Counter extends CounterSchema.class {}
CounterSchema.setClass(Counter);
