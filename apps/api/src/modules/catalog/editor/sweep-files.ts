import { filesOf, type MatterContent } from '@yitang/domain/catalog';
import type { Em } from '../../../database/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { sweepCatalogFiles } from '../../material/index.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { MatterVersion } from '../matter.entity.ts';

const rowsAtOnce = 200;

/**
 * Each night: files of guides that no draft and no version, not even an old one, shows any more. Guides are long, so they
 * are read in pieces.
 */
export async function sweepFiles(run: JobRun): Promise<void> {
  const used = new Set<string>();
  await eachPiece(
    (after) => findVersions(run.em, after),
    ({ guide }) => filesOf(guide).forEach((id) => used.add(id)),
  );
  await eachPiece(
    (after) => findDrafts(run.em, after),
    ({ guide }) => filesOf(guide).forEach((id) => used.add(id)),
  );
  await sweepCatalogFiles(run, used);
}

interface Piece {
  readonly id: string;
  readonly guide: MatterContent['guide'];
}

async function eachPiece(find: (after: string) => Promise<Piece[]>, look: (row: Piece) => void): Promise<void> {
  for (let after = ''; ;) {
    const rows = await find(after);
    rows.forEach(look);
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}

const options = { orderBy: { id: 'asc' }, limit: rowsAtOnce, disableIdentityMap: true } as const;

async function findVersions(em: Em, after: string): Promise<Piece[]> {
  const versions = await em.find(MatterVersion, { id: { $gt: after } }, options);
  return versions.map(({ id, guide }) => ({ id, guide: guide as Piece['guide'] }));
}

async function findDrafts(em: Em, after: string): Promise<Piece[]> {
  const drafts = await em.find(MatterDraft, { id: { $gt: after } }, options);
  return drafts.map(({ id, content }) => ({ id, guide: content.guide }));
}
