import type { dataSourceEndpoints, Input } from '@yitang/contract';
import { refuseSource, type DataSource, type DataSourceRefusal } from '@yitang/domain/catalog';
import { isUniqueViolation } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem, type ProblemError } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { DataSourceRow } from './data-source.entity.ts';
import { findSources } from './find-sources.ts';

type Wanted = Input<typeof dataSourceEndpoints.addDataSource>['body'];
type Issue = { readonly field: string; readonly code: string; readonly message: string };

const issues: Readonly<Record<DataSourceRefusal, Issue>> = {
  'source.until-before-from': {
    field: 'body.liveUntil',
    code: 'source.until-before-from',
    message: '有效期至不能早于起始日期。',
  },
  'source.same-name': {
    field: 'body.name',
    code: 'source.same-name',
    message: '这段时间里已有同名的条目，请改用它，或先终止它。',
  },
};

const unknownDepartment: Issue = {
  field: 'body.departmentId',
  code: 'unknown',
  message: '没有这个部门，请从列表中选择。',
};

const refused = (found: readonly Issue[]): ProblemError => problem('request.invalid', { issues: [...found] });

/** Enters a source of data. @throws `request.invalid` with every fault at its field */
export async function addSource(call: Call, wanted: Wanted): Promise<{ id: string }> {
  const department = call.deps.services.get(catalogKey).current().findDepartment(wanted.departmentId);
  return call.deps.runCommand(call, { name: 'catalog.add-data-source' }, async (tx) => {
    const found = [
      ...(department === undefined ? [unknownDepartment] : []),
      ...refuseSource(wanted, await findSources(tx.em)).map((code) => issues[code]),
    ];
    if (found.length > 0) throw refused(found);
    const id = newId(tx.now.getTime());
    const updated = { updatedAt: tx.now, updatedBy: call.principal.displayName ?? '' };
    try {
      await tx.em.insert(DataSourceRow, { id, ...wanted, revision: 0, ...updated });
    } catch (cause) {
      throw isUniqueViolation(cause) ? refused([issues['source.same-name']]) : cause;
    }
    tx.audit({
      action: 'catalog.add-data-source',
      chain: `data-source:${id}`,
      target: { type: 'data-source', id },
      outcome: 'done',
      after: wanted,
      startsChain: true,
    });
    return { id };
  });
}

/** Sets the last day of an entry. @throws `record.not-found`, `record.changed`, `request.invalid` as `addSource` */
export async function endSource(
  call: Call,
  id: string,
  { liveUntil, revision }: Input<typeof dataSourceEndpoints.endDataSource>['body'],
): Promise<{ revision: number }> {
  return call.deps.runCommand(call, { name: 'catalog.end-data-source' }, async (tx) => {
    const sources = await findSources(tx.em);
    const before = sources.find((one) => one.id === id);
    if (before === undefined) throw problem('record.not-found');
    const ended: DataSource = { name: before.name, liveFrom: before.liveFrom, liveUntil };
    const faults = refuseSource(
      ended,
      sources.filter((one) => one.id !== id),
    );
    if (faults.length > 0) throw refused(faults.map((code) => ({ ...issues[code], field: 'body.liveUntil' })));
    const next = revision + 1;
    const updated = { revision: next, updatedAt: tx.now, updatedBy: call.principal.displayName ?? '' };
    if ((await tx.em.nativeUpdate(DataSourceRow, { id, revision }, { liveUntil, ...updated })) !== 1)
      throw problem('record.changed');
    tx.audit({
      action: 'catalog.end-data-source',
      chain: `data-source:${id}`,
      target: { type: 'data-source', id },
      outcome: 'done',
      before: { liveUntil: before.liveUntil },
      after: { liveUntil },
    });
    return { revision: next };
  });
}
