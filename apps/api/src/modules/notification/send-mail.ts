import { affectedRows } from '../../database/index.ts';
import type { JobRun } from '../../platform/jobs/index.ts';
import { findContacts } from '../identity/index.ts';
import { Notice } from './notice.entity.ts';
import { isNoticeKind, sayNotice } from './notice-words.ts';
import { mailerKey } from './mailer.ts';

/** Job `mail.send` {noticeId}: the notice as a mail, once. A server that refuses is asked again later, then given up visibly. */
export async function sendMail(payload: unknown, run: JobRun): Promise<void> {
  const { noticeId } = payload as { noticeId: string };
  const notice = await run.em.findOne(Notice, { id: noticeId }, { disableIdentityMap: true });
  if (notice === null || notice.mailedAt || !isNoticeKind(notice.kind)) return;
  const { config, crypto, services } = run.deps;
  const contact = (await findContacts(run.em, [notice.personId], crypto)).get(notice.personId);
  if (contact?.email === undefined || contact.email === null) return;
  const [zh, en] = [sayNotice(notice.kind, notice.facts, 'zh-CN'), sayNotice(notice.kind, notice.facts, 'en')];
  const link = `${config.origin}${notice.path}`;
  const demo = config.mode === 'production' ? [] : ['【演示数据】'];
  await services.get(mailerKey).send({
    to: contact.email,
    subject: `${demo.join('')}${zh.title} ${en.title}`,
    text: [
      ...[...demo, '您好！', '', zh.text, `查看：${link}`, ''],
      ...[en.text, `See: ${link}`, ''],
      ...[
        '-- ',
        `${config.university.name} 一趟`,
        `咨询电话 ${config.university.helpPhone}`,
        '本邮件由系统自动发送，请勿回复。',
      ],
    ].join('\n'),
    // The same for every try, so that a server that has it already can tell.
    messageId: `<${notice.id}@${new URL(config.origin).hostname}>`,
    at: notice.at,
  });
  await affectedRows(run.em, 'update notices set mailed_at = ? where id = ?', [run.deps.clock.now(), notice.id]);
}
