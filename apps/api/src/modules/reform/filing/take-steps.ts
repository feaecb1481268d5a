import type { Input, filingEndpoints } from '@yitang/contract';
import type { PackageAction } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { filingProblem } from './filing-problem.ts';
import type { FilingPackage } from './filing.entity.ts';
import { changePackage, decideStep, requirePackage, writeStep, type StepNote } from './find-package.ts';
import { todayOf } from './minute-of.ts';
import { dropPapers } from './store-papers.ts';

type Endpoints = typeof filingEndpoints;
type Body<N extends keyof Endpoints> = Input<Endpoints[N]>['body'];
type Taken = Pick<FilingPackage, 'status' | 'revision'>;

/** Gives a package up that is not frozen; its papers go, its snapshot stays with the trail. */
export const cancelFiling = (call: Call, id: string, { revision }: Body<'cancelFiling'>): Promise<Taken> =>
  take(call, id, { revision, step: { action: 'cancel' } });

export const sendFiling = (
  call: Call,
  id: string,
  { revision, on, way, recipient, note }: Body<'sendFiling'>,
): Promise<Taken> => take(call, id, { revision, step: { action: 'send', on, way, reference: recipient, note } });

export const recordReceipt = (
  call: Call,
  id: string,
  { revision, on, number, note }: Body<'recordFilingReceipt'>,
): Promise<Taken> => take(call, id, { revision, step: { action: 'receive', on, reference: number, note } });

export const returnFiling = (call: Call, id: string, { revision, on, reason }: Body<'returnFiling'>): Promise<Taken> =>
  take(call, id, { revision, step: { action: 'return', on, note: reason } });

interface Wish {
  readonly revision: number;
  readonly step: StepNote & { readonly action: PackageAction };
}

/** @throws `record.not-found`, `record.changed`, `filing.not-allowed` with every refusal */
function take(call: Call, id: string, { revision, step }: Wish): Promise<Taken> {
  const { action, on } = step;
  return call.deps.runCommand(call, { name: `filing.${action}` }, async (tx) => {
    const current = await requirePackage(tx.em, id);
    // A package that is being made counts its papers, which is no change that anybody has to see first.
    if (current.revision !== revision) throw problem('record.changed');
    const decided = decideStep(current, { action, today: todayOf(call), ...(on === undefined ? {} : { on }) });
    if (!decided.ok) throw filingProblem(decided.refusals);
    const sent = action === 'send' && on !== undefined ? { sentOn: on } : {};
    const next = await changePackage(tx.em, current, { status: decided.status, ...sent });
    if (action === 'cancel') await dropPapers(call.deps.blobs, tx.em, id);
    await writeStep(tx, id, { step });
    return { status: decided.status, revision: next };
  });
}
