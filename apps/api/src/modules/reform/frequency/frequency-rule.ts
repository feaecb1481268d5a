import type { Answer, Input, frequencyEndpoints } from '@yitang/contract';
import type { CountingRules } from '@yitang/domain/high-frequency';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { FrequencyRule } from './frequency.entity.ts';

type View = Answer<(typeof frequencyEndpoints)['getFrequencyRule']>;

/** Until somebody sets a rule: components of a 一件事 count, 即办件 too, for all audiences. */
const usual: CountingRules = { joint: 'components', withInstant: true, audiences: [] };

export async function findRule(em: Em): Promise<{ rules: CountingRules; set: FrequencyRule | undefined }> {
  const [latest] = await em.find(FrequencyRule, {}, { orderBy: { id: 'desc' }, limit: 1, disableIdentityMap: true });
  if (latest === undefined) return { rules: usual, set: undefined };
  const { jointRule: joint, withInstant, audiences } = latest;
  return { rules: { joint, withInstant, audiences }, set: latest };
}

export async function getRule(call: Pick<Call, 'em'>): Promise<View> {
  const { rules, set } = await findRule(call.em);
  const { setBy, recordedAt, reason } = set ?? {};
  return {
    ...rules,
    audiences: [...rules.audiences],
    set:
      setBy === undefined || recordedAt === undefined || reason === undefined
        ? null
        : { by: setBy, at: recordedAt.toISOString(), reason },
  };
}

/** From now on; the sets that are frozen keep the rule of their day. */
export async function setRule(
  call: Call,
  { joint, withInstant, audiences, reason }: Input<(typeof frequencyEndpoints)['setFrequencyRule']>['body'],
): Promise<View> {
  return call.deps.runCommand(call, { name: 'frequency.set-rule' }, async (tx) => {
    const rule = { jointRule: joint, withInstant, audiences: [...new Set(audiences)], reason };
    const setBy = call.principal.displayName ?? '';
    await tx.em.insert(FrequencyRule, { id: newId(tx.now.getTime()), ...rule, setBy, recordedAt: tx.now });
    tx.audit({
      action: 'frequency.set-rule',
      chain: 'frequency',
      target: { type: 'frequency-rule', id: 'university' },
      outcome: 'done',
      after: rule,
    });
    return getRule({ em: tx.em });
  });
}
