import { z } from 'zod';
import type { FieldPath } from '@yitang/domain/catalog';
import { certificateValues, sealPositions } from '@yitang/domain/certificate';
import { stagePowers } from '@yitang/domain/route';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, DefinedText, definitionKey, plainText } from './common.ts';
import { ConditionShape, FormShape } from './form-definition.ts';

const text = (max: number) => plainText(max, 0);
const address = z.url({ protocol: /^https?$/, error: '请填写以 http:// 或 https:// 开头的完整网址。' }).max(500);
/** An address anywhere, or a path of this hall. */
const hallPathOrAddress = z
  .string()
  .max(500)
  .regex(/^(https?:\/\/\S+|\/(?![/\\])[^\s\\]*)$/, {
    error: '请填写以 http:// 或 https:// 开头的完整网址，或者以 / 开头的本厅地址。',
  });
const days = z.number().int().min(0).max(3_650);
const fileId = z.uuid();
const code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);

const Step = z.strictObject({
  name: DefinedText,
  by: DefinedText,
  days: days.nullable(),
  standard: DefinedText.optional(),
  result: DefinedText.optional(),
  showWhen: ConditionShape.optional(),
});
const Owner = z.strictObject({ name: text(60), phone: text(40).optional() });

const MaterialShape = z.strictObject({
  key: definitionKey,
  name: DefinedText,
  sourceMode: z.enum(words.sourceModes),
  necessity: z.enum(words.necessities),
  neededWhen: DefinedText.optional(),
  sharedFrom: DefinedText.optional(),
  sourceChannel: z.enum(words.materialSources).optional(),
  sourceNote: DefinedText.optional(),
  reusableLicence: text(100).optional(),
  form: z.enum(['electronic', 'paper', 'either']),
  originals: z.number().int().min(0).max(99),
  copies: z.number().int().min(0).max(99),
  pageFormat: text(40).optional(),
  isFilledOnSite: z.boolean().optional(),
  why: DefinedText,
  basis: text(300).optional(),
  accepts: z.array(z.enum(['pdf', 'jpg', 'png'])),
  maxBytes: z.number().int().min(0).max(26_214_400),
  maxFiles: z.number().int().min(0).max(20),
  showWhen: ConditionShape.optional(),
  issuer: text(100).optional(),
  validity: DefinedText.optional(),
  standard: DefinedText.optional(),
  instructions: DefinedText.optional(),
  handling: DefinedText.optional(),
  issuedByMatter: code.optional(),
  isProof: z.boolean().optional(),
  blankFileId: fileId.optional(),
  sampleFileId: fileId.optional(),
});

const PreconditionRuleShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('affiliation'), oneOf: z.array(z.enum(words.affiliationKinds)).min(1) }),
  z.strictObject({
    kind: z.literal('student-status'),
    oneOf: z.array(z.enum(['registered', 'suspended', 'graduated', 'withdrawn'])).min(1),
  }),
  z.strictObject({ kind: z.literal('assurance'), atLeast: z.enum(words.assuranceLevels) }),
  z.strictObject({ kind: z.literal('no-arrears') }),
  z.strictObject({ kind: z.literal('no-open-case') }),
  z.strictObject({ kind: z.literal('invited') }),
  z.strictObject({
    kind: z.literal('window'),
    ranges: z.array(z.strictObject({ from: CivilDate, until: CivilDate })).max(50),
  }),
]);

/** A route as an editor sends it; whether a case can go through it is said by the rules of the domain. */
export const RouteShape = z.strictObject({
  stages: z
    .array(
      z.strictObject({
        key: definitionKey,
        name: DefinedText,
        join: z.enum(['all', 'any', 'veto']),
        tasks: z
          .array(z.strictObject({ key: definitionKey, post: z.string().max(80), may: z.array(z.enum(stagePowers)) }))
          .max(10),
        limitDays: days,
      }),
    )
    .max(20),
});

/** A value of every certificate, or `answer.KEY`: what the applicant answered. */
const CertificateName = z.union([z.enum(certificateValues), z.templateLiteral(['answer.', definitionKey])]);

const LayoutShape = z.strictObject({
  title: DefinedText,
  lines: z.array(DefinedText).max(30),
  table: z
    .array(z.strictObject({ label: DefinedText, value: CertificateName }))
    .max(20)
    .optional(),
  issuer: DefinedText,
  isBilingual: z.boolean(),
  bilingualWhen: ConditionShape.optional(),
  validMonths: z.number().int().min(1).max(600).optional(),
  sealPosition: z.enum(sealPositions).optional(),
});

/** In which section of the editor each field stands, and how much it is needed. */
export { contentFields } from '@yitang/domain/catalog';

/** The shape of each field that a draft can change. `null` takes an optional one away. */
export const fieldShapes = {
  'summary.name': text(200),
  'summary.departmentId': z.string().max(40),
  'summary.category': text(40),
  'summary.audiences': z.array(z.enum(words.audiences)),
  'summary.lifeEvents': z.array(z.enum(words.lifeEvents)),
  'summary.channels': z.array(z.enum(words.channels)),
  'summary.keywords': z.array(plainText(40)).max(60),
  'guide.summary': DefinedText,
  'guide.projectType': z.enum(words.projectTypes),
  'guide.visitsOnSite': z.number().int().min(0).max(20).nullable(),
  'guide.visitReason': DefinedText.nullable(),
  'guide.promisedDays': days.nullable(),
  'guide.statutoryDays': days.nullable(),
  'guide.onlineDepth': z.union(words.onlineDepths.map((depth) => z.literal(depth))).nullable(),
  'guide.isOnline': z.boolean(),
  'guide.conditions': z.array(DefinedText).max(40),
  'guide.basis': z
    .array(
      z.strictObject({
        title: text(200),
        docNo: text(100).optional(),
        article: text(100).optional(),
        text: text(1_000).optional(),
        expiresOn: CivilDate.optional(),
      }),
    )
    .max(30),
  'guide.materials': z.array(MaterialShape).max(60),
  'guide.steps': z.array(Step).max(30),
  'guide.stepsOffline': z.array(Step).max(30).nullable(),
  'guide.fees': z
    .array(
      z.strictObject({
        name: DefinedText,
        amountFen: z.number().int().min(0).max(100_000_000),
        standard: DefinedText.optional(),
        basis: text(300),
        reduction: DefinedText.optional(),
      }),
    )
    .max(20),
  'guide.result': z
    .strictObject({ name: DefinedText, kind: z.enum(words.resultKinds), sampleFileId: fileId.optional() })
    .nullable(),
  'guide.resultDelivery': z.array(z.enum(words.resultDeliveries)),
  'guide.places': z.array(z.strictObject({ name: DefinedText, address: DefinedText, hours: DefinedText })).max(30),
  'guide.consultPhone': text(60).nullable(),
  'guide.complaintPhone': text(60).nullable(),
  'guide.consultAddress': DefinedText.nullable(),
  'guide.complaintAddress': DefinedText.nullable(),
  'guide.remedy': DefinedText.nullable(),
  'guide.faqs': z.array(z.strictObject({ question: DefinedText, answer: DefinedText })).max(40),
  'guide.nationalCodes': z
    .strictObject({ catalog: text(60).optional(), task: text(60).optional(), handlingItem: text(60).optional() })
    .nullable(),
  'guide.audienceGroups': z.array(z.enum(words.audienceGroups)).nullable(),
  'guide.taskType': z.enum(words.taskTypes).nullable(),
  'guide.powerSource': z.enum(words.powerSources).nullable(),
  'guide.powerCodes': z.array(code).max(50).nullable(),
  'guide.useLevel': z.enum(words.useLevels).nullable(),
  'guide.authorityDivision': DefinedText.nullable(),
  'guide.exerciseContent': DefinedText.nullable(),
  'guide.bodyCode': text(18).nullable(),
  'guide.bodyNature': z.enum(words.bodyNatures).nullable(),
  'guide.handlingOffice': text(80).nullable(),
  'guide.componentCodes': z.array(code).max(30).nullable(),
  'guide.jointDepartmentIds': z.array(z.string().max(40)).max(20).nullable(),
  'guide.entrustedBy': text(100).nullable(),
  'guide.reviewType': z.enum(words.reviewTypes).nullable(),
  'guide.quota': DefinedText.nullable(),
  'guide.intermediary': DefinedText.nullable(),
  'guide.ownerA': Owner.nullable(),
  'guide.ownerB': Owner.nullable(),
  'guide.runSystem': text(100).nullable(),
  'guide.ssoUrl': address.nullable(),
  'guide.specialExclusion': z
    .strictObject({
      reason: z.enum(words.exclusionReasons),
      evidence: text(500),
      approver: text(60),
      reviewOn: CivilDate,
    })
    .nullable(),
  'guide.promiseNote': DefinedText.nullable(),
  'guide.statutoryUnit': z.enum(words.limitUnits).nullable(),
  'guide.statutoryNote': DefinedText.nullable(),
  'guide.doesVacationCount': z.boolean().nullable(),
  'guide.windows': z
    .array(z.strictObject({ from: CivilDate, until: CivilDate, note: DefinedText.optional() }))
    .max(30)
    .nullable(),
  'guide.specialProcedures': z
    .array(
      z.strictObject({
        kind: z.enum(words.specialProcedureKinds),
        name: DefinedText,
        basis: text(300),
        limitDays: days,
      }),
    )
    .max(20)
    .nullable(),
  'guide.situations': z
    .array(
      z.strictObject({
        key: definitionKey,
        question: DefinedText,
        options: z
          .array(
            z.strictObject({
              value: z.string().min(1).max(60),
              label: DefinedText,
              leaf: z
                .string()
                .regex(/^\d{2}$/)
                .optional(),
            }),
          )
          .max(30),
        showWhen: ConditionShape.optional(),
      }),
    )
    .max(10)
    .nullable(),
  'guide.onlineUrl': address.nullable(),
  'guide.mobileUrl': address.nullable(),
  'guide.isMobile': z.boolean().nullable(),
  'guide.handleArea': z.enum(words.handleAreas).nullable(),
  'guide.isInHall': z.boolean().nullable(),
  'guide.counterCodes': z.array(z.string().max(40)).max(30).nullable(),
  'guide.isBookable': z.boolean().nullable(),
  'guide.booking': z
    .strictObject({ perDay: z.number().int().min(1).max(10_000).optional(), rules: DefinedText.optional() })
    .nullable(),
  'guide.isPaidOnline': z.boolean().nullable(),
  'guide.isPosted': z.boolean().nullable(),
  'guide.postedParts': z.array(z.enum(words.postedParts)).nullable(),
  'guide.isOnKiosk': z.boolean().nullable(),
  preconditions: z
    .array(
      z.strictObject({
        key: definitionKey,
        label: DefinedText,
        rule: PreconditionRuleShape,
        remedy: DefinedText.optional(),
        remedyLink: hallPathOrAddress.optional(),
        basis: text(300).optional(),
      }),
    )
    .max(20),
  form: FormShape.nullable(),
  route: RouteShape.nullable(),
  layout: LayoutShape.nullable(),
} as const satisfies Record<FieldPath, z.ZodType>;

/** Some of the fields of a draft with their new values. */
export const FieldValues = z.strictObject(fieldShapes).partial();

/** All fields of a draft or a version, by path; `null` where nothing stands in an optional one. */
export const ContentFields = z.strictObject(fieldShapes).meta({ id: 'ContentFields' });
export type ContentFieldsData = z.infer<typeof ContentFields>;
