import { createHash } from 'node:crypto';
import { insertUnlessPresent, affectedRows, familyOfEm } from '../../database/index.ts';
import type { Tx } from '../../platform/command/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { JobRun } from '../../platform/jobs/index.ts';
import { isNoticeKind, type NoticeFacts, type NoticeKind } from './notice-words.ts';

/** Payload of the job `notice.send`. */
export interface NoticeOrder extends NoticeFacts {
  readonly personId: string;
  readonly kind: NoticeKind;
  /** Where its link leads: a path of this site. */
  readonly path: string;
}

const dedupeMilliseconds = 10 * 60_000;

/** Job `notice.send`: tells a person in the site, and asks for a mail where mail is configured. */
export async function sendNotice(payload: unknown, run: JobRun): Promise<void> {
  const order = readOrder(payload);
  await run.deps.runCommand(run.caller, { name: 'notice.send' }, (tx) =>
    write(tx, order, run.deps.config.mail.smtpUrl !== undefined),
  );
}

/** @throws Error for what no module should have asked for: the job becomes a dead letter that an administrator sees. */
function readOrder(payload: unknown): NoticeOrder {
  const order = payload as NoticeOrder;
  if (!isNoticeKind(order.kind)) throw new Error(`no such kind of notice: ${String(order.kind)}`);
  if (!/^\/(?![/\\])/.test(order.path)) throw new Error('the path of a notice must be of this site');
  return order;
}

/** The same thing told twice within ten minutes is told once (NOTI-1). */
async function write(tx: Tx, order: NoticeOrder, hasMail: boolean): Promise<void> {
  const { personId, kind, path, number, matterName, dueDate, count } = order;
  const id = newId();
  const since = new Date(tx.now.getTime() - dedupeMilliseconds);
  const [told] = await tx.em.execute<unknown[]>(
    'select id from notices where person_id = ? and kind = ? and path = ? and at > ? limit 1',
    [personId, kind, path, since],
  );
  const window = Math.floor(tx.now.getTime() / dedupeMilliseconds);
  const facts: NoticeFacts = {
    ...(number && { number }),
    ...(matterName && { matterName }),
    ...(dueDate && { dueDate }),
    ...(count !== undefined && { count }),
  };
  const inserted =
    told === undefined
      ? await affectedRows(
          tx.em,
          `${insertUnlessPresent(familyOfEm(tx.em))} into notices (id, person_id, kind, facts, path, dedupe_key, at) values (?, ?, ?, ?, ?, ?, ?)`,
          [id, personId, kind, JSON.stringify(facts), path, dedupeKey([personId, kind, path, window]), tx.now],
        )
      : 0;
  const isSent = inserted === 1;
  tx.audit({
    action: 'notice.send',
    chain: `notices:${personId}`,
    target: { type: 'person', id: personId },
    outcome: 'done',
    after: { kind, path, isSent },
  });
  if (isSent && hasMail) tx.enqueue({ kind: 'mail.send', payload: { noticeId: id }, dedupeKey: `mail:${id}` });
}

const dedupeKey = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
