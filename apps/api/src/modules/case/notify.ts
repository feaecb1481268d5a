import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Tx } from '../../platform/command/index.ts';
import type { PublishedMatter } from '../catalog/index.ts';
import type { NoticeKind } from '../notification/index.ts';
import type { Case } from './case.entity.ts';

type Told = Pick<Case, 'id' | 'personId' | 'number' | 'matterName'>;

interface Notice {
  readonly kind: NoticeKind;
  /** The date that its text names, where it names one. */
  readonly dueDate: CivilDate | null;
}

/** Tells the applicant, in the site and by mail, once the change is there. */
export function notifyApplicant(tx: Pick<Tx, 'enqueue'>, of: Told, notice: NoticeKind | Notice): void {
  const { id, personId, number, matterName } = of;
  const { kind, dueDate } = typeof notice === 'string' ? { kind: notice, dueDate: null } : notice;
  const payload = { personId, kind, path: `/my/cases/${id}`, number, matterName, ...(dueDate !== null && { dueDate }) };
  tx.enqueue({ kind: 'notice.send', payload });
}

/** Tells those who answer for a case; the link leads to its page in the office. */
export function notifyStaff(
  tx: Tx,
  { id, number, matterName }: Told,
  { kind, dueDate, people }: Notice & { readonly people: readonly string[] },
): void {
  const facts = { number, matterName, ...(dueDate !== null && { dueDate }) };
  for (const personId of people) {
    tx.enqueue({ kind: 'notice.send', payload: { personId, kind, path: `/office/cases/${id}`, ...facts } });
  }
}

/** Tells one of the staff how many cases are new, with the way to the inbox. */
export function notifyOfMany(tx: Tx, personId: string, count: number): void {
  tx.enqueue({ kind: 'notice.send', payload: { personId, kind: 'cases-arrived', path: '/office', count } });
}

/** The certificate is made by a job: nobody waits for a signature inside a request. */
export function enqueueCertificate(tx: Pick<Tx, 'enqueue'>, caseId: string): void {
  tx.enqueue({ kind: 'certificate.issue', payload: { caseId }, dedupeKey: `certificate:${caseId}` });
}

/** There is no paper to hand over: being told is the result, so it is delivered with the decision. */
export function needsNoDelivery({ layout, guide }: PublishedMatter): boolean {
  if (layout !== null) return false;
  const isElectronic = guide.resultDelivery.length > 0 && guide.resultDelivery.every((way) => way === 'electronic');
  return guide.result === null || guide.result.kind === 'none' || isElectronic;
}
