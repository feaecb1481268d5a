import type { Call } from '../../../platform/endpoint/index.ts';
import { listAcceptedCases } from '../../case/index.ts';
import { catalogOn, withForebears } from '../../catalog/index.ts';
import { matterOn } from '../matter-on.ts';

type AcceptedCases = Awaited<ReturnType<typeof listAcceptedCases>>;

/** The cases behind a figure, those of matters that were taken over among them: numbers and states, no names. */
export async function listMatterCases(
  call: Call,
  code: string,
  query: {
    readonly asOf?: string | undefined;
    readonly month: string;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<AcceptedCases> {
  const day = await catalogOn(call, query.asOf);
  return listAcceptedCases(call.em, {
    matterIds: withForebears(day, matterOn(day, code).id),
    month: query.month,
    after: query.after,
    limit: query.limit,
  });
}
