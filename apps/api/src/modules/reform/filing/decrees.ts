import type { FilingChoicesData, FilingDecreeData, Input, filingEndpoints } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { receiveFile } from '../../material/index.ts';
import { FrozenSet } from '../frequency/frequency.entity.ts';
import { FilingDecree } from './filing.entity.ts';
import { todayOf } from './minute-of.ts';

type NewDecree = Input<(typeof filingEndpoints)['addFilingDecree']>['body'];

/** @throws `request.invalid` for a day to come */
export async function addDecree(call: Call, { number, title, issuedOn }: NewDecree): Promise<{ id: string }> {
  if (issuedOn > todayOf(call)) {
    const issue = { field: 'body.issuedOn', code: 'future', message: '成文日期不能晚于今天。' };
    throw problem('request.invalid', { issues: [issue] });
  }
  return call.deps.runCommand(call, { name: 'filing.add-decree' }, async (tx) => {
    const id = newId(tx.now.getTime());
    const addedBy = call.principal.displayName ?? '';
    await tx.em.insert(FilingDecree, { id, number, title, issuedOn, addedAt: tx.now, addedBy });
    tx.audit({
      action: 'filing.add-decree',
      ...chainOf(id),
      outcome: 'done',
      after: { number, title, issuedOn },
      startsChain: true,
    });
    return { id };
  });
}

const chainOf = (id: string) => ({ chain: `filing-decree:${id}`, target: { type: 'filing-decree', id } });
const accepts = { accepts: ['pdf'], maxBytes: 20 * 1024 * 1024 } as const;

/** Keeps the document, once: packages refer to its hash. @throws `material.…`, `filing.not-allowed` where it is there */
export async function attachDecree(call: Call, id: string): Promise<NonNullable<FilingDecreeData['file']>> {
  if (hasFile(await requireDecree(call.em, id))) throw fileIsThere();
  return receiveFile(call, accepts, async ({ name, blob, state }) => {
    if (state !== 'clean') throw problem('material.scan-unavailable', { retryAfter: 60 });
    return call.deps.runCommand(call, { name: 'filing.attach-decree' }, async (tx) => {
      const file = { fileName: name, fileSize: blob.size, fileSha256: blob.sha256, blobId: blob.id };
      if ((await tx.em.nativeUpdate(FilingDecree, { id, blobId: null }, file)) !== 1) throw fileIsThere();
      await call.deps.blobs.keep(tx.em, blob.id);
      const kept = { name, size: blob.size, sha256: blob.sha256 };
      tx.audit({ action: 'filing.attach-decree', ...chainOf(id), outcome: 'done', after: kept });
      return kept;
    });
  });
}

const hasFile = ({ blobId }: FilingDecree): boolean => typeof blobId === 'string';

const fileIsThere = () =>
  problem('filing.not-allowed', {
    issues: [{ field: 'body.file', code: 'there', message: '已有文件，不能替换。文件有误的，请另录一份。' }],
  });

export async function readDecree(call: Call, id: string): Promise<FileAnswer> {
  const { blobId, fileName, fileSize } = await requireDecree(call.em, id);
  if (typeof blobId !== 'string') throw problem('record.not-found');
  const content = await call.deps.blobs.open(blobId);
  return new FileAnswer({
    ...{ content, mediaType: 'application/pdf', fileName: fileName ?? 'decree.pdf' },
    ...(typeof fileSize === 'number' ? { size: fileSize } : {}),
  });
}

export async function findDecree(em: Em, id: string): Promise<FilingDecree | undefined> {
  return (await em.findOne(FilingDecree, { id }, { disableIdentityMap: true })) ?? undefined;
}

async function requireDecree(em: Em, id: string): Promise<FilingDecree> {
  const found = await findDecree(em, id);
  if (found === undefined) throw problem('record.not-found');
  return found;
}

export function presentDecree(decree: FilingDecree): FilingDecreeData {
  const { id, number, title, issuedOn, fileName, fileSize, fileSha256, addedAt, addedBy } = decree;
  const file = { name: fileName ?? '', size: fileSize ?? 0, sha256: fileSha256 ?? '' };
  return {
    ...{ id, number, title, issuedOn, addedBy, addedAt: addedAt.toISOString() },
    file: hasFile(decree) ? file : null,
  };
}

/** Decrees and frozen sets, latest first. There are a few of each, one a year. */
export async function listChoices(call: Call): Promise<FilingChoicesData> {
  const decrees = await call.em.find(
    FilingDecree,
    {},
    { orderBy: { id: 'desc' }, limit: 100, disableIdentityMap: true },
  );
  const sets = await call.em.find(
    FrozenSet,
    {},
    {
      ...{ orderBy: { number: 'desc' }, limit: 100, disableIdentityMap: true },
      fields: ['number', 'year', 'frozenAt', 'setSize', 'total'],
    },
  );
  return {
    today: todayOf(call),
    decrees: decrees.map(presentDecree),
    sets: sets.map(({ number, year, frozenAt, setSize, total }) => ({
      ...{ number, year, setSize, total },
      frozenAt: frozenAt.toISOString(),
    })),
  };
}
