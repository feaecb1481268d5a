import type { CivilDate } from '@yitang/domain/vocabulary';
import { civilDateAt } from '@yitang/domain/calendar';
import { serviceKey } from '../../../platform/endpoint/index.ts';
import { readVolumeRevision } from '../../case/index.ts';
import { catalogKey, type CatalogSnapshot } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';

/** What the figures of all matters rest on. */
interface Ground {
  readonly revision: number;
  readonly snapshot: CatalogSnapshot;
  readonly today: CivilDate;
}

const mostKept = 50;

/**
 * What was computed from the volumes of all matters, until one of these, the catalog or the day changes. Of a change
 * that another process makes the first question after its commit knows, by a number in the database.
 */
export class VolumeMemory {
  #ground: Ground | undefined;
  readonly #known = new Map<string, Promise<unknown>>();

  /** @param key names `work` and all that it depends on besides */
  async remember<T>(call: Asking, key: string, work: () => Promise<T>): Promise<T> {
    this.#standOn({
      // Before the volumes are read: what changes in between is in the work, and the next question finds another number.
      revision: await readVolumeRevision(call.em),
      snapshot: call.deps.services.get(catalogKey).current(),
      today: civilDateAt(call.now, call.deps.config.timeZone),
    });
    const known = this.#known.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const made = work();
    this.#known.set(key, made);
    made.catch(() => this.#known.delete(key));
    return made;
  }

  #standOn(ground: Ground): void {
    const { revision, snapshot, today } = this.#ground ?? {};
    const isSame = revision === ground.revision && snapshot === ground.snapshot && today === ground.today;
    if (!isSame || this.#known.size >= mostKept) this.#known.clear();
    this.#ground = ground;
  }
}

export const volumeMemoryKey = serviceKey<VolumeMemory>('volume-memory');

interface Remembered<T> {
  readonly recordedUntil: Date | undefined;
  readonly load: () => Promise<T>;
}

/** As `VolumeMemory.remember`, but not of what was known at an earlier time: that is asked for too seldom to be kept. */
export function rememberUndated<T>(call: Asking, key: unknown, { recordedUntil, load }: Remembered<T>): Promise<T> {
  if (recordedUntil !== undefined) return load();
  return call.deps.services.get(volumeMemoryKey).remember(call, JSON.stringify(key), load);
}
