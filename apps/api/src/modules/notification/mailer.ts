import { createTransport } from 'nodemailer';
import type { Config } from '../../platform/config/index.ts';
import { serviceKey } from '../../platform/endpoint/index.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly at: Date;
}

export interface Mailer {
  /** Resolves when the server has taken it. @throws what the server or the network said */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export const mailerKey = serviceKey<Mailer>('notification.mailer');

/** A few connections to the configured server, kept while there is something to send. */
export function createMailer({ smtpUrl, from }: Config['mail']): Mailer {
  const transport =
    smtpUrl === undefined
      ? undefined
      : createTransport({
          url: smtpUrl,
          pool: true,
          maxConnections: 2,
          connectionTimeout: 10_000,
          greetingTimeout: 10_000,
          socketTimeout: 30_000,
        });
  return {
    send: async ({ to, subject, text, messageId, at }) => {
      if (transport === undefined) throw new Error('no mail server is configured: SMTP_URL');
      await transport.sendMail({
        from,
        // As one address, never as a list that could name several.
        to: { name: '', address: to },
        ...{ subject, text, messageId, date: at },
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport?.close(),
  };
}
