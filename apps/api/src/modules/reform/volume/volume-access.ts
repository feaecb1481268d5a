import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey, mayIn } from '../../catalog/index.ts';
import type { VolumeSource } from './volume.entity.ts';

/** A program reports for its own source; a person for matters within the reach of their grant. */
export const mayReportFor = (call: Call, departmentId: string): boolean =>
  call.principal.kind === 'machine' || mayIn(call, 'volume.report', departmentId);

/** What a program reports people don't report in its place, but the reform office may correct it. */
export function mayUse(call: Call, source: Pick<VolumeSource, 'clientId'>): boolean {
  const clientId = source.clientId ?? null;
  if (call.principal.kind === 'machine') return clientId !== null && clientId === call.principal.clientId;
  return clientId === null || mayIn(call, 'volume.choose', '');
}

export const mayChoose = (call: Call): boolean => mayIn(call, 'volume.choose', '');

/** Ids of the departments whose volumes the caller may see; undefined: all. */
export function departmentsSeen(call: Call): readonly string[] | undefined {
  if (mayIn(call, 'volume.report', '')) return undefined;
  const { departments } = call.deps.services.get(catalogKey).current();
  return departments.map(({ id }) => id).filter((id) => mayIn(call, 'volume.report', id));
}
