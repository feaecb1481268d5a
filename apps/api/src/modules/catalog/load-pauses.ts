import type { MatterPause } from '@yitang/domain/catalog';
import type { Em } from '../../database/index.ts';
import { MatterPauseRow } from './matter-pause.entity.ts';

export interface KnownPause extends MatterPause {
  readonly reason: string;
}

/** Every pause there was, by id of the matter, in their order. They are few: one statement, and a row a pause. */
export async function loadPauses(em: Em): Promise<ReadonlyMap<string, readonly KnownPause[]>> {
  const rows = await em.find(MatterPauseRow, {}, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return Map.groupBy(
    rows.map(({ matterId, startedOn, endedOn, expectedUntil, reason }) => ({
      ...{ matterId, startedOn, endedOn: endedOn ?? null, expectedUntil: expectedUntil ?? null, reason },
    })),
    ({ matterId }) => matterId,
  );
}
