import { emptyContent, type MatterContent } from '@yitang/domain/catalog';
import type { KnownMatter } from '@yitang/domain/list-import';
import { inPieces, type Em } from '../../../database/index.ts';
import type { CatalogSnapshot } from '../catalog-snapshot.ts';
import { contentOf } from '../draft/create-draft.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import type { PublishedMatter } from '../published-matter.ts';

const slim = ['id', 'code', 'name', 'departmentId', 'operation', 'status', 'revision', 'batchId'] as const;
export type OpenDraft = Pick<MatterDraft, (typeof slim)[number]>;

/** What a row may mean: a published matter, its open draft, or a draft of a new one. */
export interface Standing {
  readonly code: string;
  readonly matter: PublishedMatter | null;
  readonly draft: OpenDraft | null;
}
export type Known = KnownMatter & { readonly standing: Standing };

/** Everything that is published or being worked at. A draft is found under its own name and the published one. */
export async function findKnown(em: Em, snapshot: CatalogSnapshot): Promise<Known[]> {
  const drafts: OpenDraft[] = await em.find(
    MatterDraft,
    { openKey: { $ne: null } },
    { fields: slim, disableIdentityMap: true },
  );
  const byCode = new Map(drafts.map((draft) => [draft.code, draft]));
  const published = snapshot.matters.map((matter): Known => {
    const standing = { code: matter.code, matter, draft: byCode.get(matter.code) ?? null };
    return { code: matter.code, name: matter.name, departmentId: matter.departmentId, standing };
  });
  const standings = new Map(published.map(({ code, standing }) => [code, standing]));
  const drafted = drafts.map((draft): Known => {
    const standing = standings.get(draft.code) ?? { code: draft.code, matter: null, draft };
    return { code: draft.code, name: draft.name, departmentId: draft.departmentId, standing };
  });
  return [...published, ...drafted];
}

/** The contents that rows are compared with, by code: of the draft where there is one. */
export async function loadContents(em: Em, standings: readonly Standing[]): Promise<Map<string, MatterContent>> {
  const contents = new Map<string, MatterContent>();
  for (const { code, matter, draft } of standings) {
    if (draft === null && matter !== null) contents.set(code, contentOf(matter));
  }
  const ids = standings.flatMap(({ draft }) => (draft === null ? [] : [draft.id]));
  // A few hundred guides at once: each is long.
  for (const piece of inPieces(ids, 200)) {
    const where = { id: { $in: [...piece] } };
    const rows = await em.find(MatterDraft, where, { fields: ['code', 'content'], disableIdentityMap: true });
    for (const { code, content } of rows) contents.set(code, content);
  }
  return contents;
}

/** What a row of a new matter is compared with. */
export const noContent = (name: string, departmentId: string): MatterContent =>
  emptyContent({ code: '', name, departmentId });
