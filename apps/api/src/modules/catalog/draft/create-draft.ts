import type { consoleEndpoints, Input } from '@yitang/contract';
import { emptyContent, sectionProgress, writeFields, type MatterContent } from '@yitang/domain/catalog';
import type { DraftOperation } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { nextMatterCode } from '../matter-code.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { completenessOf } from './completeness.ts';
import { requireIn } from './draft-access.ts';
import { MatterDraft } from './draft.entity.ts';

type Wanted = Input<typeof consoleEndpoints.createMatterDraft>['body'];

interface Addition {
  readonly name: string;
  readonly departmentId: string;
  readonly copyFrom?: string | undefined;
  /** Words that it shall be found by. */
  readonly keywords?: readonly string[];
}

interface NewDraft {
  readonly operation: DraftOperation;
  readonly content: MatterContent;
  readonly baseVersion: number | null;
  readonly successorCode: string | null;
}

/**
 * Begins a draft. A matter has one open draft at most: who asks for a second one is led to the first.
 * @throws `record.not-found` for a matter that is not published, `request.invalid` with every fault
 */
export async function createDraft(call: Call, wanted: Wanted): Promise<{ id: string; code: string }> {
  const made = wanted.operation === 'add' ? null : changeOf(call, wanted);
  if (wanted.operation === 'add') requireDepartment(call, wanted.departmentId);
  return call.deps.runCommand(call, { name: 'catalog.create-draft' }, async (tx) => {
    const draft = made ?? (await additionOf(call, tx.em, wanted as Addition));
    const open = await findOpen(tx.em, draft.content.summary.code);
    return insertDraft(call, tx, { draft, open });
  });
}

/** Part of a command: the draft of a new matter, with its audit entry. */
export async function insertAddition(call: Call, tx: Tx, wanted: Addition): Promise<{ id: string; code: string }> {
  return insertDraft(call, tx, { draft: await additionOf(call, tx.em, wanted), open: null });
}

/** @throws `request.invalid` where there is none, `access.denied` where the caller writes nothing of it */
export function requireDepartment(call: Call, departmentId: string): void {
  if (call.deps.services.get(catalogKey).current().findDepartment(departmentId) === undefined) {
    throw problem('request.invalid', {
      issues: [{ field: 'body.departmentId', code: 'unknown', message: '没有这个部门，请从列表中选择。' }],
    });
  }
  requireIn(call, 'catalog.edit', departmentId);
}

function changeOf(call: Call, wanted: Exclude<Wanted, { operation: 'add' }>): NewDraft {
  const snapshot = call.deps.services.get(catalogKey).current();
  const matter = snapshot.find(wanted.code);
  if (matter === undefined) throw problem('record.not-found');
  requireIn(call, 'catalog.edit', matter.departmentId);
  const successorCode = wanted.operation === 'retire' ? wanted.successorCode : null;
  if (successorCode !== null && (successorCode === matter.code || snapshot.find(successorCode) === undefined)) {
    throw problem('request.invalid', {
      issues: [
        { field: 'body.successorCode', code: 'unknown', message: '承接事项须是另一项已发布的事项，请填写其编码。' },
      ],
    });
  }
  return { operation: wanted.operation, content: contentOf(matter), baseVersion: matter.version, successorCode };
}

/** What is published, as the content of a draft. */
export const contentOf = ({ summary, guide, preconditions, form, route, layout }: PublishedMatter): MatterContent => ({
  summary,
  guide,
  preconditions,
  form: form?.definition ?? null,
  route: route?.definition ?? null,
  layout: layout?.definition ?? null,
});

async function additionOf(call: Call, em: Em, wanted: Addition): Promise<NewDraft> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const copied = wanted.copyFrom === undefined ? undefined : snapshot.find(wanted.copyFrom);
  if (wanted.copyFrom !== undefined && copied === undefined) {
    throw problem('request.invalid', {
      issues: [{ field: 'body.copyFrom', code: 'unknown', message: '要复制的事项不存在或未发布。' }],
    });
  }
  const { name, departmentId, keywords } = wanted;
  const code = await nextMatterCode(em, snapshot.findDepartment(departmentId)?.code ?? '');
  const empty = writeFields(
    emptyContent({ code, name, departmentId }),
    new Map(keywords === undefined ? [] : [['summary.keywords', keywords]]),
  );
  const content =
    copied === undefined
      ? empty
      : writeFields(
          { ...contentOf(copied), summary: { ...copied.summary, code } },
          new Map([
            ['summary.name', name],
            ['summary.departmentId', departmentId],
          ]),
        );
  return { operation: 'add', content, baseVersion: null, successorCode: null };
}

const findOpen = (em: Em, code: string): Promise<MatterDraft | null> =>
  em.findOne(MatterDraft, { openKey: code }, { disableIdentityMap: true });

/**
 * Part of a command: the open draft of a published matter, begun where there is none. Whoever calls writes the audit entry.
 * @throws `record.not-found`, `access.denied`
 */
export async function openChange(call: Call, tx: Tx, code: string): Promise<MatterDraft> {
  const draft = changeOf(call, { operation: 'change', code });
  const open = await findOpen(tx.em, code);
  if (open !== null) return open;
  const row = rowOf(call, tx, draft);
  await tx.em.insert(MatterDraft, row);
  return row;
}

async function insertDraft(
  call: Call,
  tx: Tx,
  { draft, open }: { draft: NewDraft; open: MatterDraft | null },
): Promise<{ id: string; code: string }> {
  const { code } = draft.content.summary;
  const row = open ?? rowOf(call, tx, draft);
  if (open === null) await tx.em.insert(MatterDraft, row);
  tx.audit({
    action: open === null ? 'catalog.create-draft' : 'catalog.open-draft',
    chain: `draft:${row.id}`,
    target: { type: 'matter-draft', id: row.id },
    outcome: 'done',
    after: { code, operation: row.operation },
    ...(open === null ? { startsChain: true as const } : {}),
  });
  return { id: row.id, code };
}

function rowOf(call: Call, tx: Tx, { operation, content, baseVersion, successorCode }: NewDraft): MatterDraft {
  const { code, name, departmentId } = content.summary;
  return {
    ...{ id: newId(tx.now.getTime()), code, openKey: code, operation, departmentId, name },
    ...{ status: 'editing', baseVersion, successorCode, content, marks: {} },
    completeness: completenessOf(sectionProgress(content)),
    revision: 0,
    batchId: null,
    createdAt: tx.now,
    updatedAt: tx.now,
    updatedBy: call.principal.displayName ?? '',
  };
}
