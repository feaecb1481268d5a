import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogOf } from '../catalog-access.ts';

interface MatterName {
  readonly code: string;
  readonly name: string;
}

/** What matters are called today; of retired ones what their last version called them. */
export async function findMatterNames(
  { deps, em }: Pick<Call, 'deps' | 'em'>,
  matterIds: readonly string[],
): Promise<(matterId: string) => MatterName> {
  const catalog = catalogOf(deps);
  const gone = matterIds.filter((id) => catalog.findById(id) === undefined);
  const rows =
    gone.length === 0
      ? []
      : await em.execute<(MatterName & { id: string })[]>(
          `select m.id, m.code, v.name from matters m join matter_versions v on v.matter_id = m.id
            where m.id in (${gone.map(() => '?').join(', ')}) order by v.version`,
          gone,
        );
  const last = new Map(rows.map(({ id, code, name }) => [id, { code, name }]));
  return (matterId) => {
    const matter = catalog.findById(matterId);
    return matter === undefined
      ? (last.get(matterId) ?? { code: '', name: '' })
      : { code: matter.code, name: matter.name };
  };
}
