import type { NoticeData } from '@yitang/contract';
import type { Locale } from '@yitang/domain/vocabulary';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { Notice } from './notice.entity.ts';
import { isNoticeKind, sayNotice } from './notice-words.ts';

/** Own notices, newest first, one keyset page. */
export async function listNotices(
  call: Call,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: NoticeData[]; next?: string }> {
  const personId = requirePersonId(call);
  const found = await call.em.find(
    Notice,
    { personId, ...(after !== undefined && { id: { $lt: after } }) },
    { orderBy: { id: 'desc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const items = found.slice(0, limit).map((notice) => presentNotice(notice, call.principal.locale));
  const last = items.at(-1);
  return { items, ...(found.length > limit && last !== undefined && { next: last.id }) };
}

function presentNotice({ id, kind, facts, path, at, readAt }: Notice, locale: Locale): NoticeData {
  const words = isNoticeKind(kind) ? sayNotice(kind, facts, locale) : { title: kind, text: '' };
  return { id, kind, ...words, path, at: at.toISOString(), isRead: readAt instanceof Date };
}

/** @throws ProblemError where the caller is a machine: it has no notices. */
export function requirePersonId(call: Call): string {
  if (call.principal.personId === undefined) throw problem('access.denied');
  return call.principal.personId;
}
