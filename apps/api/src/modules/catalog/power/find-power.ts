import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { mayIn } from '../draft/draft-access.ts';
import { Power } from './power.entity.ts';

/** @throws `record.not-found` also for an entry that the caller may not know of */
export async function requirePower(call: Call, em: Em, code: string): Promise<Power> {
  const power = await em.findOne(Power, { code }, { disableIdentityMap: true });
  if (power === null || !mayIn(call, 'catalog.read-drafts', power.departmentId)) throw problem('record.not-found');
  return power;
}

export async function findPowers(em: Em, codes: readonly string[]): Promise<Map<string, Power>> {
  if (codes.length === 0) return new Map();
  const rows = await em.find(Power, { code: { $in: [...new Set(codes)] } }, { disableIdentityMap: true });
  return new Map(rows.map((power) => [power.code, power]));
}
