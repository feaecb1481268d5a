import type { Input, Output, promiseEndpoints } from '@yitang/contract';
import { itemKey, talliedCases, type AuditedCase, type GuidePromise } from '@yitang/domain/promise';
import type { Call } from '../../../platform/endpoint/index.ts';
import { walkCases, type WalkedCase } from '../../case/index.ts';
import { catalogKey, findVersionsOf } from '../../catalog/index.ts';
import { calendarFor } from '../../organization/index.ts';
import { caseAuditor } from './audit-matter.ts';
import { auditedDays } from './audit-promises.ts';
import { requireReadable } from './get-matter-health.ts';
import { lastRun } from './get-promise-health.ts';

type Query = Input<typeof promiseEndpoints.listAuditedCases>['query'];
type Page = Output<typeof promiseEndpoints.listAuditedCases>;

/**
 * The cases behind a figure of a matter, in the order in which they are audited: by day of acceptance, then those that were
 * never accepted. They are judged anew, so that one that moved since the audit is listed as it stands now.
 * @throws `record.not-found`
 */
export async function listAuditedCases(call: Call, code: string, query: Query): Promise<Page> {
  const { timeZone } = call.deps.config;
  const matter = requireReadable(call, call.deps.services.get(catalogKey).current(), code);
  const run = await lastRun(call.em, ['done']);
  if (run === undefined) return { items: [] };
  const versions = await findVersionsOf(call.em, [matter.id]);
  const auditCase = caseAuditor(versions, { timeZone, calendar: await calendarFor(call.em) });
  const items: Page['items'] = [];
  let isPast = query.after === undefined;
  for await (const page of walkCases(call.em, { ...auditedDays(run.onDay, timeZone), matterId: matter.id })) {
    for (const walked of page) {
      if (isPast) {
        const { onDay, audited, promise } = auditCase(walked);
        if (isAsked(query, { walked, audited, promise })) {
          items.push({ id: walked.id, number: walked.number, onDay, usedDays: audited.usedDays });
        }
      }
      isPast ||= walked.id === query.after;
      if (items.length > query.limit) return { items: items.slice(0, -1), next: items.at(-2)?.id };
    }
  }
  return { items };
}

interface Asked {
  readonly walked: WalkedCase;
  readonly audited: AuditedCase;
  readonly promise: GuidePromise;
}

const isAsked = ({ show, days, item }: Query, { walked, audited, promise }: Asked): boolean =>
  talliedCases[show](audited, promise) &&
  (days === undefined || audited.usedDays === days) &&
  (item === undefined || walked.corrections.flat().some((one) => itemKey(one) === item));
