import type { Guide, MatterPause, MatterSummary } from '@yitang/domain/catalog';
import type { Em } from '../../database/index.ts';
import { loadPauses } from './load-pauses.ts';
import { Matter, MatterVersion } from './matter.entity.ts';

/** One version of a matter with the days on which it is in force. */
export interface MatterState {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly summary: Omit<MatterSummary, 'code' | 'name' | 'departmentId'>;
  readonly guide: Guide;
  /** It has a form and a route of ours. */
  readonly hasService: boolean;
  readonly effectiveFrom: string;
  /** First day on which it is no longer in force; null: until superseded. */
  readonly effectiveUntil: string | null;
  /** Of the matter, not of the version alone. */
  readonly pauses: readonly MatterPause[];
}

/** Guides are long: so many are in memory at a time. */
const versionsAtOnce = 500;

/** Every version of every matter, in no order that means anything, each turned at once into what is wanted of it. */
export async function mapMatterHistory<T>(em: Em, take: (state: MatterState) => T): Promise<T[]> {
  const matters = await em.find(Matter, {}, { disableIdentityMap: true });
  const pauses = await loadPauses(em);
  const byId = new Map(matters.map((matter) => [matter.id, matter]));
  const taken: T[] = [];
  for (let after = ''; ;) {
    const where = { id: { $gt: after } };
    const options = { orderBy: { id: 'asc' }, limit: versionsAtOnce, disableIdentityMap: true } as const;
    const versions = await em.find(MatterVersion, where, options);
    for (const version of versions) {
      const matter = byId.get(version.matterId);
      if (matter !== undefined) taken.push(take(stateOf(matter, version, pauses.get(matter.id))));
    }
    const last = versions.at(-1);
    if (last === undefined || versions.length < versionsAtOnce) return taken;
    after = last.id;
  }
}

// What these columns hold was checked against the definitions' types when the version was published.
function stateOf(matter: Matter, version: MatterVersion, pauses: readonly MatterPause[] = []): MatterState {
  const { name, departmentId, effectiveFrom } = version;
  return {
    id: matter.id,
    code: matter.code,
    name,
    departmentId,
    summary: version.summary as MatterState['summary'],
    guide: version.guide as Guide,
    hasService: typeof version.formVersionId === 'string' && typeof version.routeVersionId === 'string',
    effectiveFrom,
    effectiveUntil: version.effectiveUntil ?? null,
    pauses,
  };
}
