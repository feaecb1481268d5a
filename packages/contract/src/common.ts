import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';

export const Id = z.uuid();
export const Instant = z.iso.datetime().meta({ description: 'UTC' });
export const CivilDate = z.iso.date().meta({ description: 'in the time zone of the university' });
export const LocalText = z.object({ zh: z.string(), en: z.string().optional() }).meta({ id: 'LocalText' });

/** Characters that no honest form sends: C0 controls but tab and newline, DEL, and marks that turn the direction of text. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** Text from a person: trimmed, bounded, free of control and direction marks, of whole characters. */
export const plainText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => !unprintable.test(value) && value.isWellFormed(), {
      error: '含有不可见的控制字符，请删除后重试。',
    });

export const Audience = z.enum(words.audiences).meta({ id: 'Audience' });
export const Channel = z.enum(words.channels).meta({ id: 'Channel' });
export const LifeEvent = z.enum(words.lifeEvents).meta({ id: 'LifeEvent' });
export const Role = z.enum(words.roles).meta({ id: 'Role' });
export const ScopeKind = z.enum(words.scopeKinds).meta({ id: 'ScopeKind' });
export const CaseStatus = z.enum(words.caseStatuses).meta({ id: 'CaseStatus' });
export const CaseAction = z.enum(words.caseActions).meta({ id: 'CaseAction' });
export const TripCause = z.enum(words.tripCauses).meta({ id: 'TripCause' });
export const VisitReason = z.enum(words.visitReasons).meta({ id: 'VisitReason' });
export const AffiliationKind = z.enum(words.affiliationKinds).meta({ id: 'AffiliationKind' });

/** Keyset page: give `after` from the last answer's `next`; absent on the last page. */
export const PageQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });

/** Words of a definition in the making: they may still be empty. */
export const DefinedText = z.strictObject({ zh: plainText(2_000, 0), en: plainText(4_000, 0).optional() });
/** Names a field, a page, a stage, a material or a situation inside its matter. */
export const definitionKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,59}$/, { error: '只能用字母、数字、连字符和点，并以字母开头，最多 60 个字符。' });
