import type { MatterContent } from '@yitang/domain';
import type { Em } from '../../apps/api/src/database/index.ts';
import { MatterDraft } from '../../apps/api/src/modules/catalog/draft/draft.entity.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import type { TestApp } from './test-app.ts';

type Asker = ReturnType<TestApp['as']>;

/** A draft of a published matter that has passed all checks; `values` are what it changes. */
export async function makeReadyDraft(
  officer: Asker,
  begin: Parameters<Asker['createMatterDraft']>[0]['body'],
  values: Parameters<Asker['saveMatterDraft']>[0]['body']['values'] = {},
): Promise<{ id: string; code: string }> {
  const { id, code } = await officer.createMatterDraft({ body: begin });
  let { revision } = await officer.saveMatterDraft({ params: { id }, body: { revision: 0, values } });
  for (const action of ['submit', 'confirm', 'approve-legality', 'approve'] as const) {
    ({ revision } = await officer.actOnMatterDraft({ params: { id }, body: { action, revision, note: '同意' } }));
  }
  return { id, code };
}

/** Many ready drafts of new matters at once, without their way through the checks. */
export async function insertReadyDrafts(em: Em, contents: readonly MatterContent[], at: Date): Promise<void> {
  await em.insertMany(
    MatterDraft,
    contents.map((content) => ({
      id: newId(at.getTime()),
      code: content.summary.code,
      openKey: content.summary.code,
      operation: 'add' as const,
      departmentId: content.summary.departmentId,
      name: content.summary.name,
      status: 'ready' as const,
      baseVersion: null,
      successorCode: null,
      content,
      marks: {},
      completeness: 100,
      revision: 0,
      batchId: null,
      createdAt: at,
      updatedAt: at,
      updatedBy: '',
    })),
  );
}
