import type { Answer, Input, volumeEndpoints } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findClientId } from '../../identity/index.ts';
import { ownSource } from '@yitang/domain/volume';
import { mayChoose, mayUse } from './volume-access.ts';
import { VolumeSource } from './volume.entity.ts';

type Endpoints = typeof volumeEndpoints;

const reserved: ReadonlySet<string> = new Set([ownSource, 'sum']);

/** All sources by code; a university has some dozens. */
export async function loadSources(em: Em): Promise<ReadonlyMap<string, VolumeSource>> {
  const found = await em.find(VolumeSource, {}, { orderBy: { code: 'asc' }, disableIdentityMap: true });
  return new Map(found.map((source) => [source.code, source]));
}

/** What pages call a source; ours is 本平台. */
export async function sourceNames(em: Em): Promise<(code: string) => string> {
  const sources = await loadSources(em);
  return (code) => (code === ownSource ? '本平台' : (sources.get(code)?.name ?? code));
}

export async function listSources(call: Call): Promise<Answer<Endpoints['listVolumeSources']>> {
  const sources = [...(await loadSources(call.em)).values()].filter((source) => mayUse(call, source));
  return {
    items: sources.map(({ code, name, note, clientId }) => ({ code, name, note, isMachine: Boolean(clientId) })),
    mayAdd: mayChoose(call),
  };
}

/** @throws `request.invalid` for a code or name that is taken, and for a program that has no key */
export async function addSource(
  call: Call,
  { code, name, note, client }: Input<Endpoints['addVolumeSource']>['body'],
): Promise<{ code: string }> {
  return call.deps.runCommand(call, { name: 'volume.add-source' }, async (tx) => {
    const known = [...(await loadSources(tx.em)).values()];
    const clientId = client ? await findClientId(tx.em, client) : null;
    const faults: readonly (readonly [boolean, string, string])[] = [
      [reserved.has(code), 'code', '这个代号是系统保留的，请换一个。'],
      [known.some((one) => one.code === code), 'code', '这个代号已经登记过。'],
      [known.some((one) => one.name === name) || name === '本平台', 'name', '这个名称已经登记过。'],
      [clientId === undefined, 'client', '没有这个名称的接口密钥，或有几个同名；请向系统管理员核对。'],
    ];
    const issues = faults
      .filter(([is]) => is)
      .map(([, field, message]) => ({ field: `body.${field}`, code: 'source', message }));
    if (issues.length > 0) throw problem('request.invalid', { issues });
    const createdBy = call.principal.displayName ?? '';
    await tx.em.insert(VolumeSource, { code, name, note, clientId: clientId ?? null, createdBy, createdAt: tx.now });
    tx.audit({
      action: 'volume.add-source',
      chain: 'volumes',
      target: { type: 'volume-source', id: code },
      outcome: 'done',
      after: { code, name, clientId: clientId ?? null },
    });
    return { code };
  });
}
