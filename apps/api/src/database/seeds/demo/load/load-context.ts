import { addMonths, startOfDay } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../index.ts';
import type { FieldCrypto } from '../../../../platform/crypto/index.ts';
import { demoUniversity } from '../organization/index.ts';
import { seedId } from '../seed-id.ts';

export interface DemoOrigin {
  readonly seed: number;
  /** The civil day that counts as today. */
  readonly referenceDate: CivilDate;
}

/** Ids of what the demo is made of, by name: the same for one seed and day, on every machine. */
export interface DemoIds {
  of(kind: 'campus' | 'department' | 'office' | 'counter' | 'post' | 'person', key: string): string;
  other(name: string): string;
}

/** What the loaders share; `em` is in their transaction. */
export interface LoadContext extends DemoOrigin {
  readonly em: Em;
  readonly crypto: FieldCrypto;
  readonly ids: DemoIds;
  /** The beginning of the two years that the demo tells of. */
  readonly began: { readonly day: CivilDate; readonly at: Date };
}

export function historyBegan({ referenceDate }: Pick<DemoOrigin, 'referenceDate'>): LoadContext['began'] {
  const day = addMonths(referenceDate, -24);
  return { day, at: startOfDay(day, demoUniversity.timeZone) };
}

/** The first day on which matters could be applied for on the net. */
export const onlineSince = (referenceDate: CivilDate): CivilDate => addMonths(referenceDate, -12);

export function demoIds(origin: DemoOrigin): DemoIds {
  const at = historyBegan(origin).at.getTime();
  const known = new Map<string, string>();
  const other = (name: string): string => {
    const id = known.get(name) ?? seedId(origin.seed, name, at);
    known.set(name, id);
    return id;
  };
  return { of: (kind, key) => other(`${kind}/${key}`), other };
}

/** Of posts that every department has, the one of this department. */
export const postKey = (code: string, departmentCode: string): string => `${code}@${departmentCode}`;
