import type { ApiModule } from '../../platform/endpoint/index.ts';
import { createMailer, mailerKey } from './mailer.ts';
import { notificationRoutes } from './notification.routes.ts';
import { sendMail } from './send-mail.ts';
import { sendNotice } from './send-notice.ts';

export const notificationModule: ApiModule = {
  name: 'notification',
  routes: notificationRoutes,
  provide: ({ services, config }) => {
    services.provide(mailerKey, createMailer(config.mail));
  },
  registerJobs: (jobs) => {
    jobs.register('notice.send', sendNotice);
    // A day and a half of trying: 2 s, 4 s … an hour, then hourly.
    jobs.register('mail.send', sendMail, { maxAttempts: 45 });
  },
  stop: ({ services }) => services.get(mailerKey).close(),
};
