import type { CaseSummaryData, caseEndpoints, Input } from '@yitang/contract';
import { isDecided } from '@yitang/domain/case';
import { caseStatuses } from '@yitang/domain/vocabulary';
import { problem } from '../../../platform/problem/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findAnsweredCases } from '../../feedback/index.ts';
import { findCertificates } from '../../material/index.ts';
import { Case } from '../case.entity.ts';
import { getDirectory } from '../directory.ts';
import { mayRateNow } from './may-rate-now.ts';
import { presentCaseSummary } from './case-summary.ts';

type Wanted = Input<typeof caseEndpoints.listMyCases>['query'];

/** What a case that asks for a rating may be in. */
const decided = caseStatuses.filter(isDecided);

/** Own cases, newest first; three statements a page, none of which counts. */
export async function listMyCases(
  call: Call,
  { after, limit, matter, show }: Wanted,
): Promise<{ items: CaseSummaryData[]; next?: string }> {
  const { em, deps, principal } = call;
  if (principal.personId === undefined) throw problem('access.sign-in-required');
  const directory = await getDirectory(deps);
  const from = parseCursor(after);
  const found = await em.find(
    Case,
    {
      personId: principal.personId,
      ...(matter !== undefined && { matterCode: matter }),
      ...(show !== undefined && { status: show === 'correction' ? 'correcting' : { $in: decided } }),
      ...(from && { $or: [{ submittedAt: { $lt: from.at } }, { submittedAt: from.at, id: { $lt: from.id } }] }),
    },
    { orderBy: { submittedAt: 'desc', id: 'desc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const page = found.slice(0, limit);
  const certificates = await findCertificates(
    em,
    page.filter(({ layoutVersionId }) => typeof layoutVersionId === 'string').map(({ id }) => id),
  );
  const isRatable = (one: Case): boolean => mayRateNow(call, one);
  const answered = await findAnsweredCases(
    em,
    page.filter(isRatable).map(({ id }) => id),
  );
  const last = page.at(-1);
  const items = page.map((current) =>
    presentCaseSummary(current, {
      directory,
      hasCertificate: certificates.has(current.id),
      asksForRating: isRatable(current) && !answered.has(current.id),
    }),
  );
  return {
    items: show === 'rating' ? items.filter(({ needs }) => needs === 'rating') : items,
    ...(found.length > limit && last && { next: `${last.submittedAt.getTime()}|${last.id}` }),
  };
}

function parseCursor(after: string | undefined): { at: Date; id: string } | undefined {
  const parts = /^(\d{1,15})\|([0-9a-f-]{36})$/.exec(after ?? '');
  if (after !== undefined && parts === null) throw problem('request.invalid');
  return parts === null ? undefined : { at: new Date(Number(parts[1])), id: parts[2] ?? '' };
}
