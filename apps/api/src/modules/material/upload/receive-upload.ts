import type { UploadedMaterialData } from '@yitang/contract';
import type { UploadType } from '@yitang/domain/catalog';
import { textIn } from '@yitang/domain/vocabulary';
import { isUniqueViolation } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import type { BlobRef, BlobStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { isProblem, problem } from '../../../platform/problem/index.ts';
import { presentMaterial } from '../material.presenter.ts';
import { cleanFileName } from './file-name.ts';
import { addMaterial, requireRoom, type NewMaterial, type UploadTarget } from './add-material.ts';
import { uploadFaults, type Kept, type UploadFault } from './inspection.ts';
import { inspectorKey, UploadRefused } from './inspector.ts';
import type { UploadClaim } from './inspect-upload.ts';
import { isWhole, keptContent } from './kept-content.ts';
import { readMultipart } from './read-multipart.ts';
import { scanFile } from './scan-file.ts';
import { uploadSlotsKey } from './upload-slots.ts';

/**
 * Takes one file for a requirement: counted while it streams, inspected, freed of metadata, scanned, stored encrypted.
 * Whether the caller may add to this owner is for the caller of this function to ask first.
 * @throws ProblemError with a `material.…` code for each cause
 */
export async function receiveUpload(call: Call, target: UploadTarget): Promise<UploadedMaterialData> {
  const personId = personOf(call);
  await requireRoom(call.em, target, personId);
  return receiveFile(call, target.requirement, async ({ name, type, blob, state }) =>
    presentMaterial(await store(call, target, { id: newId(), personId, name, type, blob, state })),
  );
}

function personOf({ principal }: Call): string {
  if (principal.personId === undefined) throw problem('access.sign-in-required');
  return principal.personId;
}

/** What came of a file that was looked at and stored; `use` keeps it, or it is swept. */
export type ReceivedFile = Pick<NewMaterial, 'name' | 'type' | 'blob' | 'state'>;

/**
 * Takes one file from the request, for whatever it is.
 * @throws ProblemError with a `material.…` code for each cause
 */
export async function receiveFile<T>(
  call: Call,
  limits: Pick<UploadTarget['requirement'], 'accepts' | 'maxBytes'>,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const { blobs } = call.deps;
  const slots = call.deps.services.get(uploadSlotsKey);
  const { name, blob } = await slots.run(personOf(call), () =>
    readMultipart(call.ctx.req, { maxBytes: limits.maxBytes, blobs }),
  );
  let current = blob;
  try {
    const claim = { name: cleanFileName(name), accepts: limits.accepts };
    const state = await scan(call, blob);
    const { type, kept } = await inspect(call, blob, claim);
    current = kept;
    return await use({ name: claim.name, type, blob: current, state });
  } catch (error) {
    // Where nobody knows whether it was committed, the file stays; what was not kept is swept.
    if (isProblem(error) && error.code !== 'service.unavailable') await blobs.remove(current.id).catch(() => undefined);
    throw error;
  } finally {
    if (current !== blob) await blobs.remove(blob.id).catch(() => undefined);
  }
}

async function scan(call: Call, blob: BlobRef): Promise<'clean' | 'waiting'> {
  const { blobs, config } = call.deps;
  if (config.clamav === undefined) return 'clean';
  const verdict = await scanFile((await blobs.open(blob.id)) as AsyncIterable<Buffer>, config.clamav);
  if (verdict.state === 'infected') {
    call.deps.log.warn({ signature: verdict.signature }, 'an uploaded file was refused by the scanner');
    throw problem('material.unsafe');
  }
  return verdict.state === 'clean' ? 'clean' : 'waiting';
}

/** @returns what is kept of it: the same blob, or another one without what was dropped. */
async function inspect(call: Call, blob: BlobRef, claim: UploadClaim): Promise<{ type: UploadType; kept: BlobRef }> {
  const { blobs, services } = call.deps;
  try {
    if (blob.size === 0) throw new UploadRefused('empty');
    return await services.get(inspectorKey).inspect({
      claim,
      lent: await blobs.lend(blob.id),
      use: async ({ type, pieces }) => ({ type, kept: await keep(blobs, blob, pieces) }),
    });
  } catch (error) {
    throw error instanceof UploadRefused ? refusal(call, error.fault) : error;
  }
}

async function keep(blobs: BlobStore, blob: BlobRef, pieces: Kept['pieces']): Promise<BlobRef> {
  if (isWhole(pieces, blob.size)) return blob;
  const content = (await blobs.open(blob.id)) as AsyncIterable<Buffer>;
  return blobs.put(keptContent(content, pieces), { mediaType: blob.mediaType });
}

function refusal(call: Call, fault: UploadFault): Error {
  const { code, ...detail } = uploadFaults[fault];
  return problem(code, 'zh' in detail ? { detail: textIn(call.principal.locale, detail) } : {});
}

/** Of two uploads into one place the loser looks for the next place. */
async function store(call: Call, target: UploadTarget, material: NewMaterial) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call.deps.runCommand(call, { name: 'material.upload' }, (tx) =>
        addMaterial(tx, call.deps.blobs, { target, material }),
      );
    } catch (error) {
      if (!isUniqueViolation(error) || attempt >= 5) throw error;
    }
  }
}
