import type { Guide, MatterSummary } from './guide.ts';
import { emptyContent, type MatterContent } from './matter-content.ts';

/** Sections of the editor, in the order of a guide after GB/T 36114-2018. */
export const contentSections = [
  'identity',
  'power',
  'conditions',
  'materials',
  'process',
  'limits',
  'channels',
  'fees',
  'result',
  'contact',
  'form',
  'route',
] as const;
export type ContentSection = (typeof contentSections)[number];

/** `must` blocks publication while it is empty, `should` warns, `may` is left to the office. */
export const fieldNeeds = ['must', 'should', 'may'] as const;
export type FieldNeed = (typeof fieldNeeds)[number];

export interface ContentField {
  readonly section: ContentSection;
  readonly need: FieldNeed;
  /** Row of the field table after GB/T 39046-2020; null: a field of ours. */
  readonly row: number | null;
}

type SummaryPath = `summary.${Exclude<keyof MatterSummary, 'code'>}`;
type GuidePath = `guide.${Exclude<keyof Guide, 'isComplete' | 'isSample'>}`;
export type FieldPath = SummaryPath | GuidePath | 'preconditions' | 'form' | 'route' | 'layout';

const field = (section: ContentSection, need: FieldNeed, row: number | null = null): ContentField => ({
  section,
  need,
  row,
});

/** Every field that a draft can change, by its path. A new one does not compile until it is placed here. */
export const contentFields: Readonly<Record<FieldPath, ContentField>> = {
  'summary.name': field('identity', 'must', 1),
  'guide.summary': field('identity', 'must'),
  'summary.category': field('identity', 'must', 16),
  'summary.audiences': field('identity', 'must', 15),
  'guide.audienceGroups': field('identity', 'may', 15),
  'summary.lifeEvents': field('identity', 'should', 16),
  'summary.keywords': field('identity', 'should', 48),
  // Given by platforms outside; our own code is given when a matter begins.
  'guide.nationalCodes': field('identity', 'may', 2),
  'guide.taskType': field('identity', 'must', 6),
  'guide.projectType': field('identity', 'must', 17),
  'guide.reviewType': field('identity', 'must', 18),
  'guide.specialExclusion': field('identity', 'may', 49),
  'summary.departmentId': field('power', 'must', 11),
  'guide.handlingOffice': field('power', 'must', 12),
  'guide.basis': field('power', 'must', 8),
  'guide.powerCodes': field('power', 'should', 50),
  'guide.powerSource': field('power', 'may', 7),
  'guide.useLevel': field('power', 'may', 9),
  'guide.authorityDivision': field('power', 'may', 10),
  'guide.exerciseContent': field('power', 'may', 10),
  'guide.bodyCode': field('power', 'may', 11),
  'guide.bodyNature': field('power', 'may', 11),
  'guide.jointDepartmentIds': field('power', 'may', 13),
  'guide.componentCodes': field('power', 'may', 13),
  'guide.entrustedBy': field('power', 'may', 14),
  'guide.conditions': field('conditions', 'must', 21),
  preconditions: field('conditions', 'may', 21),
  'guide.windows': field('conditions', 'may', 22),
  'guide.quota': field('conditions', 'may', 23),
  'guide.situations': field('materials', 'may'),
  // An empty list is an answer: 无需提交材料. So it warns.
  'guide.materials': field('materials', 'should'),
  'guide.steps': field('process', 'must', 24),
  // Where a matter has one way only, `steps` tells it; where it has both, the rule `counter-flow` blocks without this.
  'guide.stepsOffline': field('process', 'may', 24),
  'guide.specialProcedures': field('process', 'may', 25),
  'guide.intermediary': field('process', 'may', 41),
  'guide.promisedDays': field('limits', 'must', 20),
  'guide.promiseNote': field('limits', 'may', 20),
  'guide.statutoryDays': field('limits', 'should', 19),
  'guide.statutoryUnit': field('limits', 'may', 19),
  'guide.statutoryNote': field('limits', 'may', 19),
  'guide.doesVacationCount': field('limits', 'may'),
  'summary.channels': field('channels', 'must', 26),
  'guide.visitsOnSite': field('channels', 'must', 27),
  'guide.visitReason': field('channels', 'may', 28),
  'guide.isOnline': field('channels', 'must', 29),
  'guide.onlineUrl': field('channels', 'may', 29),
  'guide.isMobile': field('channels', 'should', 29),
  'guide.mobileUrl': field('channels', 'may', 29),
  'guide.onlineDepth': field('channels', 'should', 30),
  'guide.handleArea': field('channels', 'may', 31),
  'guide.isInHall': field('channels', 'must', 32),
  'guide.counterCodes': field('channels', 'may', 32),
  'guide.places': field('channels', 'must', 33),
  'guide.isBookable': field('channels', 'must', 34),
  'guide.booking': field('channels', 'may', 34),
  'guide.isPaidOnline': field('channels', 'must', 35),
  'guide.isPosted': field('channels', 'must', 36),
  'guide.postedParts': field('channels', 'may', 36),
  'guide.isOnKiosk': field('channels', 'must', 37),
  // An empty list is an answer: 不收费.
  'guide.fees': field('fees', 'may', 38),
  'guide.result': field('result', 'must', 39),
  'guide.resultDelivery': field('result', 'must', 40),
  layout: field('result', 'may'),
  'guide.consultPhone': field('contact', 'must', 42),
  'guide.consultAddress': field('contact', 'must', 42),
  'guide.complaintPhone': field('contact', 'must', 43),
  'guide.complaintAddress': field('contact', 'must', 43),
  'guide.remedy': field('contact', 'should', 44),
  'guide.faqs': field('contact', 'may', 45),
  'guide.runSystem': field('contact', 'may', 46),
  'guide.ssoUrl': field('contact', 'may', 46),
  'guide.ownerA': field('contact', 'must', 47),
  'guide.ownerB': field('contact', 'should', 47),
  form: field('form', 'may'),
  route: field('route', 'may'),
};

export const fieldPaths = Object.keys(contentFields) as readonly FieldPath[];

export function isFieldPath(path: string): path is FieldPath {
  return Object.hasOwn(contentFields, path);
}

export function readField(content: MatterContent, path: FieldPath): unknown {
  const [head, key] = path.split('.') as [keyof MatterContent, string | undefined];
  const part = content[head] as unknown;
  return key === undefined ? part : (part as Readonly<Record<string, unknown>>)[key];
}

/** Every field by its path, `null` where nothing stands in an optional one. */
export function readFields(content: MatterContent): Readonly<Record<FieldPath, unknown>> {
  return Object.fromEntries(fieldPaths.map((path) => [path, readField(content, path) ?? null])) as Record<
    FieldPath,
    unknown
  >;
}

const blank = emptyContent({ code: '', name: '', departmentId: '' });

/** The content with other values; `null` takes an optional field away. */
export function writeFields(content: MatterContent, values: ReadonlyMap<FieldPath, unknown>): MatterContent {
  const written = { ...content, summary: { ...content.summary }, guide: { ...content.guide } };
  for (const [path, value] of values) {
    const [head, key] = path.split('.') as [keyof MatterContent, string | undefined];
    const part = (key === undefined ? written : written[head]) as Record<string, unknown>;
    if (value === null && readField(blank, path) === undefined) delete part[key ?? head];
    else part[key ?? head] = value;
  }
  return written;
}

/** Whether nothing stands in a field: no value, no entry, or a text without letters. */
export function isEmptyValue(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && 'zh' in value) return isEmptyValue(value.zh);
  return false;
}

export interface SectionProgress {
  readonly section: ContentSection;
  /** Of the fields that must or should be filled in. */
  readonly filled: number;
  readonly wanted: number;
  readonly missing: readonly FieldPath[];
}

/** How far each section of a draft has come. */
export function sectionProgress(content: MatterContent): readonly SectionProgress[] {
  return contentSections.map((section) => {
    const wanted = fieldPaths.filter((path) => contentFields[path].section === section && isWanted(path));
    const missing = wanted.filter((path) => isEmptyValue(readField(content, path)));
    return { section, filled: wanted.length - missing.length, wanted: wanted.length, missing };
  });
}

const isWanted = (path: FieldPath): boolean => contentFields[path].need !== 'may';
