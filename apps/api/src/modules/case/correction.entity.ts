import { defineEntity, p } from '@mikro-orm/sql';
import { sealedFor, type Sealed } from '../../platform/crypto/index.ts';
import type { CorrectionItem } from '@yitang/domain/case';

export const correctionStates = ['open', 'supplied', 'expired', 'withdrawn'] as const;

/** One list of corrections (补正告知): all that is missing, told once, and what the applicant changed. */
const CorrectionSchema = defineEntity({
  name: 'Correction',
  tableName: 'corrections',
  uniques: [{ name: 'corrections_case_round', properties: ['caseId', 'round'] }],
  properties: {
    id: p.string().length(36).primary(),
    caseId: p.string().length(36),
    round: p.integer(),
    items: p.json<readonly CorrectionItem[]>(),
    message: p.text().nullable(),
    /** Why it could not be said the first time; from the second round on. */
    secondRoundReason: p.text().nullable(),
    requestedAt: p.datetime(3),
    requestedBy: p.string().length(36).nullable(),
    dueOn: p.string().length(10).nullable(),
    waitsForYear: p.integer().nullable(),
    state: p.enum(correctionStates).length(10),
    closedAt: p.datetime(3).nullable(),
    /** What was changed, before and after, as JSON, encrypted. */
    changes: p.text().$type<Sealed>().groups(sealedFor('correction.changes')).nullable(),
  },
});
export class Correction extends CorrectionSchema.class {}
CorrectionSchema.setClass(Correction);
