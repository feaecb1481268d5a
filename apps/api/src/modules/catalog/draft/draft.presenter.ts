import type { ContentFieldsData, DraftRowData, MatterDraftData } from '@yitang/contract';
import {
  draftLifecycle,
  isDraftEditable,
  readFields,
  sectionProgress,
  type SectionProgress,
} from '@yitang/domain/catalog';
import type { DraftAction } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { actOfStep, mayIn } from './draft-access.ts';
import type { MatterDraft, MatterDraftStep } from './draft.entity.ts';

/** All that a row needs: the contents stay where they are. */
export const draftRowFields = [
  'id',
  'code',
  'name',
  'operation',
  'departmentId',
  'status',
  'completeness',
  'revision',
  'updatedAt',
  'updatedBy',
] as const;

export type DraftRowSource = Pick<MatterDraft, (typeof draftRowFields)[number]>;

export function presentDraftRow(call: Call, draft: DraftRowSource): DraftRowData {
  const department = call.deps.services.get(catalogKey).current().findDepartment(draft.departmentId);
  return {
    id: draft.id,
    code: draft.code,
    name: draft.name,
    operation: draft.operation,
    department: { id: draft.departmentId, name: department?.name ?? '' },
    status: draft.status,
    completeness: draft.completeness,
    revision: draft.revision,
    updatedAt: draft.updatedAt.toISOString(),
    updatedBy: draft.updatedBy,
  };
}

export function presentDraft(call: Call, draft: MatterDraft, steps: readonly MatterDraftStep[]): MatterDraftData {
  return {
    ...presentDraftRow(call, draft),
    baseVersion: draft.baseVersion ?? null,
    batchId: draft.batchId ?? null,
    successorCode: draft.successorCode ?? null,
    // Each was checked against its shape when it was saved or published.
    fields: readFields(draft.content) as ContentFieldsData,
    sections: presentSections(sectionProgress(draft.content)),
    isEditable: isDraftEditable(draft.status) && mayIn(call, 'catalog.edit', draft.departmentId),
    availableActions: availableActions(call, draft),
    history: steps.map(({ at, byName, action, toStatus, note }) => ({
      at: at.toISOString(),
      by: byName,
      action,
      to: toStatus,
      note: note ?? null,
    })),
  };
}

export const presentSections = (sections: readonly SectionProgress[]): MatterDraftData['sections'] =>
  sections.map((section) => ({ ...section, missing: [...section.missing] }));

function availableActions(call: Call, { status, departmentId }: MatterDraft): DraftAction[] {
  const possible = Object.keys(draftLifecycle[status]) as DraftAction[];
  return possible.filter((action) => mayIn(call, actOfStep[action], departmentId));
}
