import type { consoleEndpoints, Input, Issue, SavedDraftData } from '@yitang/contract';
import {
  isDraftEditable,
  readField,
  sectionProgress,
  writeFields,
  type FieldPath,
  type MatterContent,
} from '@yitang/domain/catalog';
import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { completenessOf } from './completeness.ts';
import { requireIn } from './draft-access.ts';
import { MatterDraft, type FieldMarks } from './draft.entity.ts';
import { presentSections } from './draft.presenter.ts';
import { requireDraft } from './find-draft.ts';

type Wanted = Input<typeof consoleEndpoints.saveMatterDraft>['body'];

/**
 * Saves some fields of a draft. Two people may edit one draft: what the other changed since `revision` is merged field by
 * field, and only where both changed the same one is the later save refused, with both named.
 * @throws `record.changed` with every field that collides, `draft.not-editable`, `request.invalid`
 */
export async function saveDraft(call: Call, id: string, wanted: Wanted): Promise<SavedDraftData> {
  return call.deps.runCommand(call, { name: 'catalog.save-draft' }, async (tx) => {
    const draft = await requireDraft(call, tx.em, id);
    requireIn(call, 'catalog.edit', draft.departmentId);
    if (!isDraftEditable(draft.status)) throw problem('draft.not-editable');
    const values = changedValues(draft, wanted.values);
    const others = changedBy(draft.marks, wanted.revision);
    const issues = [...collisions(others, values), ...departmentIssues(call, values)];
    if (issues.length > 0) throw problem(others.size > 0 ? 'record.changed' : 'request.invalid', { issues });
    const { revision, completeness, content } = await writeValues(tx, draft, { values, by: nameOf(call) });
    tx.audit({
      action: 'catalog.save-draft',
      chain: `draft:${id}`,
      target: { type: 'matter-draft', id },
      outcome: 'done',
      after: { revision, fields: [...values.keys()] },
    });
    const merged = [...others].map(([path, { by: who }]) => ({
      path,
      by: who,
      value: readField(content, path) ?? null,
    }));
    const sections = presentSections(sectionProgress(content));
    return { revision, savedAt: tx.now.toISOString(), completeness, sections, merged };
  });
}

const nameOf = ({ principal }: Call): string => principal.displayName ?? '';

/** Part of a command: the draft with other values; nothing is written where there are none. @throws `record.changed` */
export async function writeValues(
  tx: Tx,
  draft: MatterDraft,
  { values, by }: { readonly values: ReadonlyMap<FieldPath, unknown>; readonly by: string },
): Promise<{ revision: number; completeness: number; content: MatterContent }> {
  const revision = draft.revision + (values.size > 0 ? 1 : 0);
  const content = writeFields(draft.content, values);
  const completeness = completenessOf(sectionProgress(content));
  if (values.size === 0) return { revision, completeness, content };
  const marks = {
    ...draft.marks,
    ...Object.fromEntries([...values.keys()].map((path) => [path, { revision, by }])),
  };
  const { name, departmentId } = content.summary;
  const written = await tx.em.nativeUpdate(
    MatterDraft,
    { id: draft.id, revision: draft.revision },
    { content, marks, completeness, revision, name, departmentId, updatedAt: tx.now, updatedBy: by },
  );
  if (written !== 1) throw problem('record.changed');
  return { revision, completeness, content };
}

function changedValues(draft: MatterDraft, values: Wanted['values']): Map<FieldPath, unknown> {
  const given = Object.entries(values) as [FieldPath, unknown][];
  return new Map(
    given.filter(([path, value]) => !isDeepStrictEqual(readField(draft.content, path) ?? null, value ?? null)),
  );
}

/** What somebody has changed since the caller looked. */
function changedBy(marks: FieldMarks, since: number): Map<FieldPath, { readonly by: string }> {
  const changed = Object.entries(marks) as [FieldPath, { revision: number; by: string }][];
  return new Map(changed.filter(([, mark]) => mark.revision > since));
}

function collisions(
  others: ReadonlyMap<FieldPath, { readonly by: string }>,
  values: ReadonlyMap<FieldPath, unknown>,
): Issue[] {
  return [...values.keys()].flatMap((path) => {
    const other = others.get(path);
    if (other === undefined) return [];
    const message = `${other.by || '另一位同事'}刚刚也修改了这一项，请比较后决定用哪一个。`;
    return [{ field: `body.values.${path}`, code: 'collision', message }];
  });
}

function departmentIssues(call: Call, values: ReadonlyMap<FieldPath, unknown>): Issue[] {
  const departmentId = values.get('summary.departmentId');
  if (typeof departmentId !== 'string') return [];
  const field = 'body.values.summary.departmentId';
  if (call.deps.services.get(catalogKey).current().findDepartment(departmentId) === undefined)
    return [{ field, code: 'unknown', message: '没有这个部门，请从列表中选择。' }];
  requireIn(call, 'catalog.edit', departmentId);
  return [];
}
