import type { Input, volumeEndpoints } from '@yitang/contract';
import { ownSource } from '@yitang/domain/volume';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { raiseVolumeRevision } from '../../case/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { loadSources } from './sources.ts';
import { settleMonths } from './settle-months.ts';
import { VolumeChoice } from './volume.entity.ts';

/**
 * Chooses what counts where several sources have the same month. Earlier choices stay, the latest holds.
 * @throws `request.invalid` for a source that is none or has nothing of that month, `record.not-found`
 */
export async function chooseVolume(
  call: Call,
  code: string,
  { month, take, reason }: Input<(typeof volumeEndpoints)['chooseVolume']>['body'],
): Promise<{ id: string }> {
  const matter = call.deps.services.get(catalogKey).current().find(code);
  if (matter === undefined) throw problem('record.not-found');
  return call.deps.runCommand(call, { name: 'volume.choose' }, async (tx) => {
    const isKnown = take === 'sum' || take === ownSource || (await loadSources(tx.em)).has(take);
    if (!isKnown) refuse('take', '没有这个来源系统，请从列表中选择。');
    if (month !== null) {
      const [settled] = await settleMonths(
        { em: tx.em, deps: call.deps },
        { first: month, last: month, matterId: matter.id },
      );
      const sources = settled?.figures.map(({ source }) => source) ?? [];
      if (sources.length < 2) refuse('month', '这个月没有两个来源同时报数，不需要选择。');
      if (take !== 'sum' && !sources.includes(take)) refuse('take', '这个来源没有报这个月的数，请选择报过的来源。');
    }
    const id = newId(tx.now.getTime());
    const chosenBy = call.principal.displayName ?? '';
    await tx.em.insert(VolumeChoice, { id, matterId: matter.id, month, take, reason, chosenBy, recordedAt: tx.now });
    await raiseVolumeRevision(tx.em);
    tx.audit({
      action: 'volume.choose',
      chain: 'volumes',
      target: { type: 'matter', id: code },
      outcome: 'done',
      after: { month, take, reason },
    });
    return { id };
  });
}

function refuse(field: string, message: string): never {
  throw problem('request.invalid', { issues: [{ field: `body.${field}`, code: 'choice', message }] });
}
