import type { Input, ReformPolicyData, programmeEndpoints } from '@yitang/contract';
import { policyLevels } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { nameOf, requireAct, todayOf } from './programme-access.ts';
import { ReformPolicy } from './programme.entity.ts';

/** 政策依据: national ones first, and of each level the oldest; those without a date behind. */
export async function findPolicies(
  { em }: Pick<Call, 'em'>,
  where: { readonly isPublic?: true } = {},
): Promise<ReformPolicyData[]> {
  const found = await em.find(ReformPolicy, where, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  const place = ({ level, issuedOn }: ReformPolicy) => `${policyLevels.indexOf(level)} ${issuedOn ?? '9999'}`;
  return found
    .sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
    .map(({ id, title, number, issuedOn, level, address, isPublic, revision }) => ({
      ...{ id, title, number, level, isPublic, revision },
      issuedOn: issuedOn ?? null,
      address: address ?? null,
    }));
}

/** Adds a policy or changes one. @throws `request.invalid` for a day to come, `record.changed` */
export async function savePolicy(
  call: Call,
  { id, revision, ...content }: Input<(typeof programmeEndpoints)['saveReformPolicy']>['body'],
): Promise<{ id: string; revision: number }> {
  requireAct(call, 'programme.manage');
  if (content.issuedOn !== null && content.issuedOn > todayOf(call)) {
    const issue = { field: 'body.issuedOn', code: 'future', message: '成文日期不能晚于今天。' };
    throw problem('request.invalid', { issues: [issue] });
  }
  return call.deps.runCommand(call, { name: 'programme.save-policy' }, async (tx) => {
    const written = { ...content, updatedAt: tx.now, updatedBy: nameOf(call) };
    const policyId = id ?? newId(tx.now.getTime());
    const next = id === null ? 0 : revision + 1;
    if (id === null) await tx.em.insert(ReformPolicy, { id: policyId, ...written, revision: next });
    else if ((await tx.em.nativeUpdate(ReformPolicy, { id, revision }, { ...written, revision: next })) !== 1)
      throw problem('record.changed');
    tx.audit({
      action: 'programme.save-policy',
      chain: `reform-policy:${policyId}`,
      target: { type: 'reform-policy', id: policyId },
      outcome: 'done',
      after: content,
    });
    return { id: policyId, revision: next };
  });
}
