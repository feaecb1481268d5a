import type { CaseSummaryData } from '@yitang/contract';
import type { Case } from '../case.entity.ts';
import type { Directory } from '../directory.ts';
import { holderWords } from './find-holders.ts';

export interface SummaryParts {
  readonly directory: Directory;
  readonly hasCertificate: boolean;
  /** It may be rated, and nobody has yet, nor put it off. */
  readonly asksForRating: boolean;
}

export function presentCaseSummary(
  current: Omit<Case, 'answers'>,
  { directory, hasCertificate, asksForRating }: SummaryParts,
): CaseSummaryData {
  return {
    id: current.id,
    number: current.number,
    matter: { code: current.matterCode, name: current.matterName },
    status: current.status,
    submittedAt: current.submittedAt.toISOString(),
    dueDate: current.dueOn ?? null,
    isWaitingForCalendar: typeof current.waitsForYear === 'number',
    holder: holderWords(directory, current),
    needs: neededOf(current, asksForRating),
    hasCertificate,
  };
}

function neededOf({ status }: Pick<Case, 'status'>, asksForRating: boolean): CaseSummaryData['needs'] {
  if (status === 'correcting') return 'correction';
  return asksForRating ? 'rating' : null;
}
