import { createHash } from 'node:crypto';
import type { FilingSnapshot } from '@yitang/domain/filing';
import { nextPackageNumber } from '@yitang/domain/filing';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { againWhenTaken } from '../again-when-taken.ts';
import { filingKey, keyAddress } from './filing-key.ts';
import { filingProblem } from './filing-problem.ts';
import { FilingDecree, type FilingPackage } from './filing.entity.ts';
import { changePackage, decideStep, requirePackage, writeStep } from './find-package.ts';
import { todayOf } from './minute-of.ts';
import { partTitles } from './papers/paper-words.ts';
import { sealArchive, type Seal, type SealedPaper } from './seal-archive.ts';
import { findPapers } from './store-papers.ts';

type Frozen = Pick<FilingPackage, 'status' | 'revision'>;

/**
 * Gives a package its number for ever and seals it; nothing of it changes any more. Of two that are frozen at once each gets
 * a number of its own.
 * @throws `filing.not-allowed` with what is missing, `record.changed`
 */
export function freezeFiling(call: Call, id: string, revision: number): Promise<Frozen> {
  return againWhenTaken(() => freezeOnce(call, id, revision));
}

async function freezeOnce(call: Call, id: string, revision: number): Promise<Frozen> {
  const { blobs, runCommand } = call.deps;
  const today = todayOf(call);
  const draft = await requirePackage(call.em, id);
  if (draft.revision !== revision) throw problem('record.changed');
  const decided = decideStep(draft, { action: 'freeze', today });
  if (!decided.ok) throw filingProblem(decided.refusals);
  const key = filingKey(call.deps);
  const number = await nextNumber(call, today);
  const seal = { number, frozenOn: today, key, keyUrl: keyAddress(call.deps, key.id) };
  const bytes = await buildArchive(call, draft, seal);
  const blob = await blobs.put(bytes, { mediaType: 'application/zip' });
  return runCommand(call, { name: 'filing.freeze' }, async (tx) => {
    const archive = { archiveBlobId: blob.id, archiveSize: blob.size, archiveSha256: blob.sha256 };
    const signed = { keyId: key.id, publicKey: key.publicPem };
    const changes = { status: decided.status, number, frozenOn: today, ...archive, ...signed };
    const next = await changePackage(tx.em, draft, changes);
    await blobs.keep(tx.em, blob.id);
    const facts = { number, digest: draft.digest, archive: blob.sha256, keyId: key.id };
    await writeStep(tx, id, { step: { action: 'freeze' }, facts });
    return { status: decided.status, revision: next };
  });
}

async function nextNumber(call: Call, today: string): Promise<string> {
  const rows = await call.em.execute<{ number: string }[]>(
    'select number from filing_packages where number is not null order by number',
  );
  return nextPackageNumber(
    Number(today.slice(0, 4)),
    rows.map(({ number }) => number),
  );
}

/** The bytes of a package from what is stored of it, now or in ten years. */
export async function buildArchive(call: Call, of: FilingPackage, seal: Seal): Promise<Buffer> {
  const { blobs } = call.deps;
  const text = (await blobs.read(of.snapshotBlobId)).toString('utf8');
  if (createHash('sha256').update(text).digest('hex') !== of.digest)
    throw new Error(`the snapshot of filing ${of.id} is not as it was`);
  const papers: SealedPaper[] = [];
  for (const { path, title, blobId } of await findPapers(call.em, of.id))
    papers.push({ path, title, bytes: await blobs.read(blobId) });
  const decree = await decreeOf(call, of);
  if (decree !== undefined) papers.push({ path: '01-decree.pdf', title: partTitles.decree, bytes: decree });
  return sealArchive(JSON.parse(text) as FilingSnapshot, papers, seal);
}

async function decreeOf({ em, deps }: Call, { decreeId }: FilingPackage): Promise<Buffer | undefined> {
  if (typeof decreeId !== 'string') return undefined;
  const decree = await em.findOne(FilingDecree, { id: decreeId }, { disableIdentityMap: true });
  return typeof decree?.blobId === 'string' ? deps.blobs.read(decree.blobId) : undefined;
}
