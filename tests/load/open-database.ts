import { entities } from '../../apps/api/src/database/entities.ts';
import { migrate, openOrm, type Orm } from '../../apps/api/src/database/index.ts';

const deadlines = { acquire: 60_000, statement: 600_000, commit: 60_000 };

/** A database with all our tables; the caller closes it. */
export async function openDatabase(url: string): Promise<Orm> {
  const orm = await openOrm({ url, entities, poolSize: 4, deadlines });
  await migrate(orm);
  return orm;
}
