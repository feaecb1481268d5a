import type { catalogEndpoints, Input } from '@yitang/contract';
import { FileAnswer, type Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { drawQr } from '../material/index.ts';
import { catalogKey } from './catalog-key.ts';
import { findNamed } from './get-guide.ts';

type Wanted = Input<typeof catalogEndpoints.drawMatterCode>['query'];

/** Where a guide, or the checklist of a situation, stays: the address that is passed on. @throws `record.not-found` */
export function drawMatterCode({ deps }: Call, code: string, { to, situation }: Wanted): FileAnswer {
  if (findNamed(deps.services.get(catalogKey).current(), code) === null) throw problem('record.not-found');
  const page = to === 'checklist' ? '/checklist' : '';
  const path = `/matters/${code}${page}${situation === undefined ? '' : `?situation=${situation}`}`;
  return new FileAnswer({
    content: Buffer.from(drawQr(deps.config.origin + path)),
    mediaType: 'image/svg+xml',
    fileName: `${code}.svg`,
    disposition: 'inline',
  });
}
