import type { Input, powerEndpoints } from '@yitang/contract';
import { nextPowerStatus, type PowerContent } from '@yitang/domain/power';
import type { PowerStatus } from '@yitang/domain/vocabulary';
import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { mayIn, requireIn } from '../draft/draft-access.ts';
import { requireEnterable } from './enterable.ts';
import { requirePower } from './find-power.ts';
import { Power } from './power.entity.ts';
import { takeCodes } from './take-codes.ts';

type Endpoints = typeof powerEndpoints;

/** @throws `power.not-editable` where the department has no round to enter in, `request.invalid` */
export async function enterPower(
  call: Call,
  { departmentId, content }: Input<Endpoints['createPowerEntry']>['body'],
): Promise<{ code: string }> {
  const department = call.deps.services.get(catalogKey).current().findDepartment(departmentId);
  if (department === undefined) {
    const issue = { field: 'body.departmentId', code: 'unknown', message: '没有这个部门，请从列表中选择。' };
    throw problem('request.invalid', { issues: [issue] });
  }
  requireIn(call, 'catalog.edit', departmentId);
  return call.deps.runCommand(call, { name: 'power.enter' }, async (tx) => {
    await requireEnterable(call, tx, [departmentId]);
    const [code = ''] = await takeCodes(tx.em, department.code, 1);
    await tx.em.insert(Power, newPower(call, tx, { code, departmentId, content, status: 'entered', decisionId: null }));
    tx.audit({ action: 'power.enter', ...entryOf(code), outcome: 'done', after: { content } });
    return { code };
  });
}

type Made = Pick<Power, 'code' | 'departmentId' | 'content' | 'status' | 'decisionId'>;

export function newPower({ principal }: Pick<Call, 'principal'>, tx: Tx, made: Made): Power {
  return {
    ...made,
    id: newId(tx.now.getTime()),
    name: made.content.name,
    listedIn: null,
    revision: 0,
    createdAt: tx.now,
    updatedAt: tx.now,
    updatedBy: principal.displayName ?? '',
  };
}

/**
 * Changes an entry. What an office changes is combed again; a correction by the reform office leaves it where it is.
 * @throws `record.changed`, `power.not-editable`
 */
export async function savePower(
  call: Call,
  code: string,
  { revision, content }: { readonly revision: number; readonly content: PowerContent },
): Promise<{ revision: number; status: PowerStatus }> {
  return call.deps.runCommand(call, { name: 'power.save' }, async (tx) => {
    const power = await requirePower(call, tx.em, code);
    requireIn(call, 'catalog.edit', power.departmentId);
    await requireEnterable(call, tx, [power.departmentId]);
    if (power.revision !== revision) throw problem('record.changed');
    const changed = isDeepStrictEqual(power.content, content) ? undefined : changedBy(call, power, content);
    const next = revision + (changed === undefined ? 0 : 1);
    const written = await tx.em.nativeUpdate(Power, { code, revision }, { ...changed, revision: next });
    if (written !== 1) throw problem('record.changed');
    tx.audit({ action: 'power.save', ...entryOf(code), outcome: 'done', after: { content } });
    return { revision: next, status: changed?.status ?? power.status };
  });
}

/** What a change of its words does to an entry. @throws `power.not-editable` where it has ended */
export function changedBy(
  call: Call,
  power: Pick<Power, 'status' | 'departmentId' | 'decisionId'>,
  content: PowerContent,
): Partial<Power> & { status: PowerStatus } {
  const next = nextPowerStatus(power.status, 'change');
  if (next === undefined) throw problem('power.not-editable');
  const isReform = mayIn(call, 'catalog.review', power.departmentId);
  return {
    content,
    name: content.name,
    status: isReform ? power.status : next,
    decisionId: isReform ? (power.decisionId ?? null) : null,
    updatedAt: call.now,
    updatedBy: call.principal.displayName ?? '',
  };
}

/** Takes an entry back that was never public. Its row stays, so that its code is not given again. */
export async function withdrawPower(call: Call, code: string, revision: number): Promise<void> {
  await call.deps.runCommand(call, { name: 'power.withdraw' }, async (tx) => {
    const power = await requirePower(call, tx.em, code);
    requireIn(call, 'catalog.edit', power.departmentId);
    await requireEnterable(call, tx, [power.departmentId]);
    if (!isWithdrawable(power)) throw problem('power.not-editable');
    const written = await tx.em.nativeUpdate(
      Power,
      { code, revision },
      { status: 'withdrawn', revision: revision + 1, updatedAt: tx.now, updatedBy: call.principal.displayName ?? '' },
    );
    if (written !== 1) throw problem('record.changed');
    tx.audit({ action: 'power.withdraw', ...entryOf(code), outcome: 'done', after: { status: 'withdrawn' } });
  });
}

export const isWithdrawable = ({ status, listedIn }: Pick<Power, 'status' | 'listedIn'>): boolean =>
  nextPowerStatus(status, 'withdraw') !== undefined && typeof listedIn !== 'number';

const entryOf = (code: string) => ({ chain: `power:${code}`, target: { type: 'power', id: code } });
