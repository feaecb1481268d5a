import { z } from 'zod';
import { contentSections, fieldPaths } from '@yitang/domain/catalog';
import { CivilDate, Id } from './common.ts';
import { Breach } from './consistency.ts';
import { endpoint } from './endpoint.ts';

const editors = ['clerk', 'head', 'reform-officer'] as const;
const code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);
const draft = z.strictObject({ id: Id });
const count = z.number().int();

const Part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

/** One text or value that is another now; `within` names the question, option or stage that it belongs to. */
export const LeafChange = z.object({
  label: z.string(),
  within: z.string().nullable(),
  /** Each part is an entry of a set, not a stretch of text. */
  isSet: z.boolean(),
  parts: z.array(Part),
});

export const FieldChange = z
  .object({
    path: z.enum(fieldPaths),
    section: z.enum(contentSections),
    kind: z.enum(['added', 'removed', 'changed']),
    entries: z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed', 'moved']),
        name: z.string(),
        /** Place in the list, from 0; null: it is not there, or the field is no list. */
        from: count.nullable(),
        to: count.nullable(),
        leaves: z.array(LeafChange),
      }),
    ),
  })
  .meta({ id: 'FieldChange' });

export const MatterVersionRow = z
  .object({ version: count, from: CivilDate, until: CivilDate.nullable() })
  .meta({ id: 'MatterVersionRow' });

export const Comparison = z
  .object({
    code,
    name: z.string(),
    /** Every version there is, the newest first. */
    versions: z.array(MatterVersionRow),
    /** null: nothing, of a matter that is new. */
    from: count.nullable(),
    /** null: the draft. */
    to: count.nullable(),
    changes: z.array(FieldChange),
  })
  .meta({ id: 'Comparison' });

const turn = <T extends z.ZodType>(value: T) => z.object({ before: value, after: value }).nullable();
const PostNeed = z.object({ post: z.string(), name: z.string(), cases: count });

export const DraftImpact = z
  .object({
    runningCases: count,
    /** Cases accepted in this month and the two before it. */
    recentCases: count,
    keptVersions: z.array(count),
    materialsAdded: z.array(z.string()),
    materialsRemoved: z.array(z.string()),
    materialsAskedNow: z.array(z.string()),
    materialsAskedNoMore: z.array(z.string()),
    visits: turn(count.nullable()),
    promisedDays: turn(count.nullable()),
    targets: z.array(
      z.object({ target: z.enum(['one-trip', 'online', 'fully-online', 'mobile']), isMet: z.boolean() }),
    ),
    stranded: z.array(PostNeed),
    stillNeeded: z.array(PostNeed),
    /** Whether running cases that it would strand stay with their version: decided, or open; null: there are none. */
    decision: z.enum(['kept', 'open']).nullable(),
    /** Circles, dead ends and broken links that the draft has. */
    breaches: z.array(Breach),
  })
  .meta({ id: 'DraftImpact' });

export const comparisonEndpoints = {
  compareVersions: endpoint({
    method: 'get',
    path: '/api/console/compare',
    summary: 'Two versions of a matter, field by field and word by word; without numbers the last two',
    access: editors,
    query: z.strictObject({
      matter: code,
      from: z.coerce.number().int().min(1).optional(),
      to: z.coerce.number().int().min(1).optional(),
    }),
    output: Comparison,
  }),
  compareDraft: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/comparison',
    summary: 'A draft and the version that it changes, field by field and word by word',
    access: editors,
    params: draft,
    output: Comparison,
  }),
  getDraftImpact: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/impact',
    summary:
      'What publishing a draft changes: running cases, materials, trips, limits, targets, and what would be stranded',
    access: editors,
    params: draft,
    output: DraftImpact,
  }),
};
