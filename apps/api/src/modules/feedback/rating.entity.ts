import { defineEntity, p } from '@mikro-orm/sql';
import { tripCauses } from '@yitang/domain/vocabulary';

/**
 * What the applicant of a case thinks of it (一事一评). The row names no person, and no page of those who handle the case
 * shows it.
 */
const RatingSchema = defineEntity({
  name: 'Rating',
  tableName: 'ratings',
  indexes: [{ name: 'ratings_matter', properties: ['matterId', 'ratedAt'] }],
  properties: {
    caseId: p.string().length(36).primary(),
    matterId: p.string().length(36),
    /** 1 非常满意 … 5 非常不满意; null: only dismissed. */
    level: p.integer().nullable(),
    /** Keys of the domain's list. */
    tags: p.json<readonly string[]>(),
    text: p.text().nullable(),
    trips: p.integer().nullable(),
    tripCause: p.enum(tripCauses).length(24).nullable(),
    /** 差评: it is followed up. */
    isBad: p.boolean(),
    ratedAt: p.datetime(3).nullable(),
    dismissedAt: p.datetime(3).nullable(),
    updatedAt: p.datetime(3),
  },
});
export class Rating extends RatingSchema.class {}
RatingSchema.setClass(Rating);
