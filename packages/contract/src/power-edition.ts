import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Instant, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';
import { PowerEdition } from './power-list.ts';

const reform = ['reform-officer'] as const;
const editionNumber = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) });

/** An edition as the reform office sees it: also one that is still to come, or was withdrawn. */
export const ConsoleEdition = PowerEdition.extend({
  status: z.enum(words.editionStatuses),
  withdrawnAt: Instant.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  isWithdrawable: z.boolean(),
}).meta({ id: 'ConsoleEdition' });

/** Editions of the 小微权力清单 in the room of the reform office. */
export const powerEditionEndpoints = {
  listConsoleEditions: endpoint({
    method: 'get',
    path: '/api/console/power-editions',
    summary: 'All editions, latest first, with those to come and those that were withdrawn',
    access: reform,
    output: z.object({ items: z.array(ConsoleEdition) }),
  }),
  publishPowerEdition: endpoint({
    method: 'post',
    path: '/api/console/power-editions',
    summary: 'Make the list of kept entries public from a day on',
    access: reform,
    body: z.strictObject({ title: plainText(100, 2), effectiveFrom: CivilDate }),
    status: 201,
    output: z.object({ number: z.number().int(), entries: z.number().int() }),
  }),
  withdrawPowerEdition: endpoint({
    method: 'post',
    path: '/api/console/power-editions/{number}/withdraw',
    summary: 'Withdraw an edition before its day; its decisions can be undone again, its number is not used again',
    access: reform,
    params: editionNumber,
    body: z.strictObject({ reason: plainText(500, 4) }),
    status: 204,
    output: noContent,
  }),
};
