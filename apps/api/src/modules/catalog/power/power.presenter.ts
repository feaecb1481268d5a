import type { PowerDecisionData, PowerRowData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import type { MaterialRow } from '../../material/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { mayIn } from '../draft/draft-access.ts';
import type { Power, PowerDecision } from './power.entity.ts';

export function presentPowerRow(call: Call, power: Power): PowerRowData {
  const snapshot = call.deps.services.get(catalogKey).current();
  const { code, name, departmentId, content, status, listedIn, revision, updatedAt, updatedBy } = power;
  return {
    ...{ code, name, status, revision, updatedBy },
    department: { id: departmentId, name: snapshot.findDepartment(departmentId)?.name ?? '' },
    office: content.office,
    hasBasis: content.basis.length > 0,
    isPublic: typeof listedIn === 'number',
    matters: snapshot.powers.mattersOf(code).length,
    updatedAt: updatedAt.toISOString(),
  };
}

export interface DecisionParts {
  /** What the entries are called, by code. */
  readonly nameOf: (code: string) => string;
  readonly file: MaterialRow | undefined;
}

export function presentDecision(
  call: Call,
  decision: PowerDecision,
  { nameOf, file }: DecisionParts,
): PowerDecisionData {
  const { id, action, reason, documents, steps, made, at, byName, undoneAt, edition } = decision;
  const named = (code: string) => ({ code, name: nameOf(code) });
  return {
    ...{ id, action, reason, by: byName },
    documents: documents ?? null,
    file: file === undefined ? null : { id: file.id, name: file.name, size: file.size },
    sources: steps.map(({ code }) => named(code)),
    made: made.map(named),
    at: at.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    edition: edition ?? null,
    isUndoable: !(undoneAt instanceof Date) && typeof edition !== 'number' && mayIn(call, 'catalog.review', ''),
  };
}
