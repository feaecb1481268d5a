import type { Refusal } from '../vocabulary/index.ts';

/** An arrival before there was a case is counted for one that the person submits within so many days (setting). */
export const defaultLinkDays = 30;
/** How long afterwards an arrival may still be written down. */
export const maxLateDays = 30;

const dayMs = 86_400_000;

export interface LooseArrival {
  readonly personId: string | null;
  readonly matterId: string | null;
  readonly at: Date;
}

export interface ClaimingCase {
  readonly personId: string;
  readonly matterId: string;
  readonly submittedAt: Date;
}

/** Whether an arrival is counted for a case by itself: same person, same matter, so many days before the submission. */
export function belongsTo(arrival: LooseArrival, claiming: ClaimingCase, linkDays = defaultLinkDays): boolean {
  const early = claiming.submittedAt.getTime() - arrival.at.getTime();
  return (
    arrival.personId === claiming.personId &&
    arrival.matterId === claiming.matterId &&
    early >= 0 &&
    early <= linkDays * dayMs
  );
}

/** Linked by its notice number: to any case of the same person, once; a notice without a person takes that of the case. */
export function linkRefusals(
  arrival: LooseArrival & { readonly caseId: string | null },
  claiming: ClaimingCase & { readonly id: string },
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (arrival.caseId !== null && arrival.caseId !== claiming.id)
    refusals.push({ code: 'arrival.linked-elsewhere', field: 'noticeNumber' });
  if (arrival.personId !== null && arrival.personId !== claiming.personId)
    refusals.push({ code: 'arrival.other-person', field: 'noticeNumber' });
  return refusals;
}

/** When somebody may say that an arrival was. */
export function arrivalTimeRefusals(at: Date, now: Date): readonly Refusal[] {
  if (at.getTime() > now.getTime()) return [{ code: 'arrival.in-future', field: 'at' }];
  if (now.getTime() - at.getTime() > maxLateDays * dayMs)
    return [{ code: 'arrival.too-late', field: 'at', params: { days: maxLateDays } }];
  return [];
}
