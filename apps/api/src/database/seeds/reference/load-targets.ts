import { insertRows, type Em } from '../../index.ts';
import { referenceTargets } from './targets.ts';

/** Adds the targets of the document that were never there; what was changed or retired since stays as it is. */
export async function loadReferenceTargets(em: Em, now: Date): Promise<void> {
  const rows = Object.entries(referenceTargets).map(([key, definition]) => ({
    key,
    version: 1,
    definition: JSON.stringify(definition),
    is_retired: 0,
    reason: '',
    recorded_at: now,
    recorded_by: 'system:reference',
  }));
  await insertRows(em, { table: 'target_versions', skipsPresent: true }, rows);
}
