import { isEmptyValue, type Guide } from '../catalog/index.ts';
import { type Rule, when } from './rule.ts';

/** 3: who must come is told why; where nobody has to, there is nothing to explain. */
const visitReason: Rule = {
  id: 'visit-reason',
  severity: 'blocks',
  paths: ['guide.visitReason'],
  find({ guide: { visitsOnSite: visits, visitReason } }) {
    if (visits === null) return [];
    return when(visits > 0 === isEmptyValue(visitReason), 'guide.visitReason', { visits });
  },
};

/** 4 */
const postedApplication: Rule = {
  id: 'posted-application',
  severity: 'blocks',
  paths: ['summary.channels'],
  find: ({ summary: { channels }, guide }) =>
    when(guide.visitsOnSite === 0 && !guide.isOnline && !channels.includes('post'), 'summary.channels'),
};

/** 5 */
const fullOnlineVisits: Rule = {
  id: 'full-online-visits',
  severity: 'blocks',
  paths: ['guide.visitsOnSite'],
  find: ({ guide: { onlineDepth, visitsOnSite: visits } }) =>
    when(onlineDepth === 4 && visits !== null && visits > 0, 'guide.visitsOnSite', { visits: visits ?? 0 }),
};

/** 13: what takes more trips, or nobody knows how many, is not advertised as 最多跑一次. */
const oneTripClaim: Rule = {
  id: 'one-trip-claim',
  severity: 'blocks',
  paths: ['summary.name', 'guide.summary', 'summary.keywords', 'guide.promiseNote', 'guide.visitReason'],
  find({ summary, guide }) {
    if (guide.visitsOnSite !== null && guide.visitsOnSite <= 1) return [];
    const visits = guide.visitsOnSite ?? -1;
    return [
      ...when(claimsOneTrip(summary.name), 'summary.name', { visits }),
      ...when(claimsOneTrip(guide.summary.zh), 'guide.summary', { visits }),
      ...when(summary.keywords.some(claimsOneTrip), 'summary.keywords', { visits }),
      ...when(claimsOneTrip(guide.promiseNote?.zh ?? ''), 'guide.promiseNote', { visits }),
      ...when(claimsOneTrip(guide.visitReason?.zh ?? ''), 'guide.visitReason', { visits }),
    ];
  },
};

/** A sentence that says the contrary (暂不能做到最多跑一次) claims nothing. */
function claimsOneTrip(text: string): boolean {
  return /(?<![不未非难无][^，。；、]{0,8})(?:最多|只需?|仅需?)跑一[次趟]/u.test(text);
}

/**
 * 14: handed in at a counter, decided later and fetched at a counter are two trips, whatever is declared; post, locker or
 * a decision on the spot take one of them away.
 */
const counterTrips: Rule = {
  id: 'counter-trips',
  severity: 'blocks',
  paths: ['guide.visitsOnSite'],
  find({ summary: { channels }, guide }) {
    const visits = guide.visitsOnSite;
    const isAtCounter = isOnly(channels, 'counter') && isOnly(guide.resultDelivery, 'counter');
    const isContradiction = isAtCounter && !isInstant(guide) && visits !== null && visits <= 1;
    return when(isContradiction, 'guide.visitsOnSite', { visits: visits ?? 0 });
  },
};

const isInstant = ({ projectType }: Guide): boolean => projectType === 'instant';
const isOnly = <T>(entries: readonly T[], only: T): boolean =>
  entries.length > 0 && entries.every((entry) => entry === only);

export const visitRules: readonly Rule[] = [
  visitReason,
  postedApplication,
  fullOnlineVisits,
  oneTripClaim,
  counterTrips,
];
