import { z } from 'zod';
import { Department } from './catalog.ts';
import { DraftStatus } from './console.ts';
import { endpoint } from './endpoint.ts';

const editors = ['clerk', 'head', 'reform-officer'] as const;

/** What the console of the catalog opens with. */
export const CatalogConsole = z
  .object({
    /** Whose matters the caller may edit. */
    departments: z.array(Department.pick({ id: true, code: true, name: true })),
    /** Open drafts by status; `isMine`: the caller takes the next step. */
    waiting: z.array(z.object({ status: DraftStatus, count: z.number().int(), isMine: z.boolean() })),
  })
  .meta({ id: 'CatalogConsole' });

export const editorEndpoints = {
  getCatalogConsole: endpoint({
    method: 'get',
    path: '/api/console',
    summary: 'Departments that the caller may edit for, and what waits in each status',
    access: editors,
    output: CatalogConsole,
  }),
};
