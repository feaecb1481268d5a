import { defineEntity, p } from '@mikro-orm/sql';
import type { BurdenCounts } from '@yitang/domain/reduction';

/**
 * What a matter asked of people on a day before the catalog knew it, from paper, with evidence. Never changed: a correction
 * is another entry that names the one it replaces and why.
 */
const BaselineFigureSchema = defineEntity({
  name: 'BaselineFigure',
  tableName: 'baseline_figures',
  indexes: [{ name: 'baseline_figures_matter_day', properties: ['matterId', 'onDay', 'recordedAt'] }],
  properties: {
    id: p.string().length(36).primary(),
    matterId: p.string().length(36),
    onDay: p.string().length(10),
    counts: p.json<BurdenCounts>(),
    evidence: p.string().length(500),
    reason: p.string().length(300).nullable(),
    replacesId: p.string().length(36).nullable().unique(),
    recordedAt: p.datetime(3),
    recordedBy: p.string().length(80),
    recordedByName: p.string().length(120),
  },
});
export class BaselineFigure extends BaselineFigureSchema.class {}
BaselineFigureSchema.setClass(BaselineFigure);
