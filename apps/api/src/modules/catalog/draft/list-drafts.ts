import type { consoleEndpoints, DraftRowData, Input } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { departmentsInReach } from './draft-access.ts';
import { MatterDraft } from './draft.entity.ts';
import { draftRowFields, presentDraftRow, type DraftRowSource } from './draft.presenter.ts';

type Query = Input<typeof consoleEndpoints.listMatterDrafts>['query'];

/** Drafts within the caller's reach, last changed first. The contents stay where they are: a row needs none. */
export async function listDrafts(call: Call, query: Query): Promise<{ items: DraftRowData[]; next?: string }> {
  const reach = departmentsInReach(call);
  const wanted =
    query.department === undefined ? reach : [query.department].filter((id) => reach?.includes(id) ?? true);
  const after = query.after === undefined ? undefined : readPlace(query.after);
  const rows: DraftRowSource[] = await call.em.find(
    MatterDraft,
    {
      ...(wanted === undefined ? {} : { departmentId: { $in: [...wanted] } }),
      ...(query.status === undefined ? {} : { status: query.status }),
      ...(query.q === undefined || query.q.trim() === '' ? {} : { name: { $like: likeOf(query.q.trim()) } }),
      ...(after === undefined
        ? {}
        : { $or: [{ updatedAt: { $lt: after.at } }, { updatedAt: after.at, id: { $lt: after.id } }] }),
    },
    {
      fields: draftRowFields,
      orderBy: { updatedAt: 'desc', id: 'desc' },
      limit: query.limit + 1,
      disableIdentityMap: true,
    },
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => presentDraftRow(call, row)),
    ...(rows.length > query.limit && last !== undefined ? { next: `${last.updatedAt.getTime()}_${last.id}` } : {}),
  };
}

/** `%` and `_` of the caller mean themselves. */
const likeOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '')}%`;

/** The last row of the page before, in a list by time: `time_id`. */
export function readPlace(after: string): { at: Date; id: string } {
  const [time = '', id = ''] = after.split('_');
  const at = new Date(Number(time));
  if (Number.isNaN(at.getTime()) || id === '') {
    throw problem('request.invalid', {
      issues: [{ field: 'query.after', code: 'unknown', message: '翻页位置无效，请从第一页开始。' }],
    });
  }
  return { at, id };
}
