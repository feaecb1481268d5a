import type { comparisonEndpoints, ComparisonData, Input } from '@yitang/contract';
import type { MatterContent } from '@yitang/domain/catalog';
import { compareContents } from '@yitang/domain/comparison';
import { emptyContent } from '@yitang/domain/catalog';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { contentOf } from '../draft/create-draft.ts';
import { mayIn } from '../draft/draft-access.ts';
import { requireDraft } from '../draft/find-draft.ts';
import { findMatterVersionByNumber } from '../load-published-matters.ts';
import { Matter, MatterVersion } from '../matter.entity.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { presentChanges } from './comparison.presenter.ts';

type Query = Input<typeof comparisonEndpoints.compareVersions>['query'];
type Version = ComparisonData['versions'][number];

/** @throws `record.not-found` also for a matter of another department */
export async function compareVersions(call: Call, query: Query): Promise<ComparisonData> {
  const matter = await call.em.findOne(Matter, { code: query.matter }, { disableIdentityMap: true });
  if (matter === null) throw problem('record.not-found');
  const versions = await listVersions(call.em, matter.id);
  const to = query.to ?? versions[0]?.version ?? 1;
  const from = query.from ?? Math.max(1, to - 1);
  const [before, after] = [await requireVersion(call, matter.id, from), await requireVersion(call, matter.id, to)];
  return {
    code: matter.code,
    name: after.name,
    versions,
    from,
    to,
    changes: presentedChanges(call, contentOf(before), contentOf(after)),
  };
}

/** A draft beside the version that it was made from; a new matter beside nothing. */
export async function compareDraft(call: Call, id: string): Promise<ComparisonData> {
  const draft = await requireDraft(call, call.em, id);
  const { code, name, content } = draft;
  const matter = await call.em.findOne(Matter, { code }, { disableIdentityMap: true });
  const base = await findBase(call.em, draft);
  const before = base ?? emptyContent({ code, name: '', departmentId: '' });
  return {
    code,
    name,
    versions: matter === null ? [] : await listVersions(call.em, matter.id),
    from: draft.baseVersion ?? null,
    to: null,
    changes: draft.operation === 'retire' ? [] : presentedChanges(call, before, content),
  };
}

/** What a draft changes; undefined: a new matter. */
export async function findBase(
  em: Em,
  { code, baseVersion }: { readonly code: string; readonly baseVersion?: number | null },
): Promise<MatterContent | undefined> {
  if (typeof baseVersion !== 'number') return undefined;
  const matter = await em.findOne(Matter, { code }, { disableIdentityMap: true });
  const base = matter === null ? undefined : await findMatterVersionByNumber(em, matter.id, baseVersion);
  return base === undefined ? undefined : contentOf(base);
}

function presentedChanges({ deps }: Call, before: MatterContent, after: MatterContent): ComparisonData['changes'] {
  const snapshot = deps.services.get(catalogKey).current();
  return presentChanges(compareContents(before, after), (id) => snapshot.findDepartment(id)?.name ?? id);
}

async function requireVersion(call: Call, matterId: string, number: number): Promise<PublishedMatter> {
  const found = await findMatterVersionByNumber(call.em, matterId, number);
  if (found === undefined || !mayIn(call, 'catalog.read-drafts', found.departmentId)) throw problem('record.not-found');
  return found;
}

async function listVersions(em: Em, matterId: string): Promise<Version[]> {
  const rows = await em.find(
    MatterVersion,
    { matterId },
    { fields: ['version', 'effectiveFrom', 'effectiveUntil'], orderBy: { version: 'desc' }, disableIdentityMap: true },
  );
  return rows.map(({ version, effectiveFrom, effectiveUntil }) => ({
    version,
    from: effectiveFrom,
    until: effectiveUntil ?? null,
  }));
}
