import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { fieldPaths } from '@yitang/domain/catalog';
import { CivilDate, Id, PageQuery } from './common.ts';
import { endpoint } from './endpoint.ts';

const editors = ['clerk', 'head', 'reform-officer'] as const;

const RuleId = z.enum(words.ruleIds).meta({ id: 'RuleId' });
const Severity = z.enum(words.severities).meta({ id: 'Severity' });

/** A broken rule: where, what is wrong and what mends it, in sentences for whoever edits the matter. */
export const Breach = z
  .object({
    rule: RuleId,
    severity: Severity,
    path: z.enum(fieldPaths),
    /** Of a list: the entry, from 0; null: the field as a whole. */
    at: z.number().int().nullable(),
    sentence: z.string(),
    fix: z.string(),
  })
  .meta({ id: 'Breach' });

const Counted = z.object({ blocks: z.number().int(), warns: z.number().int() });

export const MatterBreaches = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.object({ id: z.string(), name: z.string() }),
    /** The draft that is open already; null: a change has to be begun. */
    draftId: Id.nullable(),
    breaches: z.array(Breach),
  })
  .meta({ id: 'MatterBreaches' });

export const CatalogBreaches = z.object({
  asOf: CivilDate,
  /** Matters that were looked at, and those of them that break a rule. */
  matters: z.number().int(),
  broken: z.number().int(),
  total: Counted,
  /** Every rule that is broken, most often first. */
  rules: z.array(
    z.object({
      rule: RuleId,
      severity: Severity,
      title: z.string(),
      matters: z.number().int(),
      breaches: z.number().int(),
    }),
  ),
  /** Every department in reach that has matters. */
  departments: z.array(z.object({ id: z.string(), name: z.string(), matters: z.number().int() }).and(Counted)),
  items: z.array(MatterBreaches),
  next: z.string().optional(),
});

export const consistencyEndpoints = {
  listBreaches: endpoint({
    method: 'get',
    path: '/api/console/breaches',
    summary: 'Rules that published matters break, counted over the reach of the caller and listed by matter',
    access: editors,
    query: PageQuery.extend({
      department: z.string().max(40).optional(),
      rule: RuleId.optional(),
      severity: Severity.optional(),
    }),
    output: CatalogBreaches,
  }),
  listDraftBreaches: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/breaches',
    summary: 'Rules that a draft breaks; what blocks its approval comes first',
    access: editors,
    params: z.strictObject({ id: Id }),
    output: z.object({ items: z.array(Breach), total: Counted }),
  }),
};
