import { signingKeyFor, type SigningKey } from '../../../platform/crypto/index.ts';
import { FileAnswer, type Call, type Deps } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { FilingPackage } from './filing.entity.ts';

/** Signs packages and nothing else; derived from the key of the site, so that there is one secret to keep. */
export const filingKey = ({ config }: Pick<Deps, 'config'>): SigningKey =>
  signingKeyFor(config.keys.auditSigning, 'filing');

export const keyAddress = ({ config }: Pick<Deps, 'config'>, id: string): string =>
  `${config.origin.replace(/\/$/, '')}/api/open/filing-key.pem?id=${id}`;

/** The public half for everybody: the one of today, or an earlier one that a package was signed with. */
export async function readFilingKey(call: Call, id: string | undefined): Promise<FileAnswer> {
  const current = filingKey(call.deps);
  const pem = id === undefined || id === current.id ? current.publicPem : await findEarlier(call, id);
  return new FileAnswer({
    content: Buffer.from(pem),
    mediaType: 'application/x-pem-file',
    fileName: 'public.pem',
  });
}

async function findEarlier({ em }: Call, keyId: string): Promise<string> {
  const [found] = await em.find(
    FilingPackage,
    { keyId },
    { limit: 1, orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  if (typeof found?.publicKey !== 'string') throw problem('record.not-found');
  return found.publicKey;
}
