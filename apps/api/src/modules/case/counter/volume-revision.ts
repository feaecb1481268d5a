import { familyOfEm, type Em } from '../../../database/index.ts';

/**
 * To be called in the transaction of every change of 办件量, as its last statement: whoever remembers something that was
 * computed from them sees by the number that it is of yesterday.
 */
export async function raiseVolumeRevision(em: Em): Promise<void> {
  const onPresent =
    familyOfEm(em) === 'sqlite'
      ? 'on conflict (id) do update set revision = revision + 1'
      : 'on duplicate key update revision = revision + 1';
  await em.execute(`insert into volume_revisions (id, revision) values (1, 1) ${onPresent}`, [], 'run');
}

export async function readVolumeRevision(em: Em): Promise<number> {
  const [row] = await em.execute<{ revision: number | string }[]>('select revision from volume_revisions where id = 1');
  return Number(row?.revision ?? 0);
}
