import { defineEntity, p } from '@mikro-orm/sql';

/** Figures of a month as they stood on its last day: signed documents that are never changed, one for each kind of reader. */
const ReformMonthSchema = defineEntity({
  name: 'ReformMonth',
  tableName: 'reform_months',
  properties: {
    month: p.string().length(7).primary(),
    part: p.string().$type<MonthPart>().length(10).primary(),
    /** The last day of the month, of which the figures are. */
    asOf: p.string().length(10),
    isLate: p.boolean(),
    /** Canonical JSON, to the byte as it was signed. */
    document: p.text().columnType('mediumtext'),
    digest: p.string().length(64),
    keyId: p.string().length(16),
    publicKey: p.string().length(400),
    /** Ed25519 over the bytes of the document, base64. */
    signature: p.string().length(100),
    frozenAt: p.datetime(3),
  },
});
export class ReformMonth extends ReformMonthSchema.class {}
ReformMonthSchema.setClass(ReformMonth);

/** `public`: what everybody sees; `office`: the overview of those who steer the reform. */
export type MonthPart = 'public' | 'office';
