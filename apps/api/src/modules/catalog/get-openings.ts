import type { Answer, catalogEndpoints } from '@yitang/contract';
import { defaultSpans, openingAt } from '@yitang/domain/calendar';
import type { Call } from '../../platform/endpoint/index.ts';
import { catalogKey } from './catalog-key.ts';

type Openings = Answer<typeof catalogEndpoints.getOpenings>['items'];

/**
 * What counters do at this moment. Guides are the same bytes for hours, so they can't say it; this answers from memory
 * too, and is kept nowhere. A counter that is not known, or states no times, is left out.
 */
export function getOpenings({ deps, now }: Call, codes: readonly string[]): Openings {
  const { counters, calendar } = deps.services.get(catalogKey).current();
  const office = { zone: deps.config.timeZone, calendar, spans: defaultSpans };
  return counters
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ code, periods }) => {
      const opening = openingAt(periods, { now, office });
      return opening === null ? [] : [{ counter: code, opening }];
    });
}
