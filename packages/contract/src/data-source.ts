import { z } from 'zod';
import { CivilDate, Id, LocalText, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';

const revision = z.number().int().min(0);

/** An entry of the data catalogue (数据目录), with how many published guides ask for it. */
export const DataSource = z
  .object({
    id: Id,
    name: LocalText,
    department: z.object({ id: z.string(), name: z.string() }),
    /** The fields, or the certificate, that it gives. */
    gives: z.string(),
    basis: z.string(),
    liveFrom: CivilDate,
    /** The last day; null: no end is known. */
    liveUntil: CivilDate.nullable(),
    isLive: z.boolean(),
    matters: z.number().int(),
    revision,
  })
  .meta({ id: 'DataSource' });

export const dataSourceEndpoints = {
  listDataSources: endpoint({
    method: 'get',
    path: '/api/console/data-sources',
    summary: 'The data catalogue: what is live first, then by name',
    access: ['clerk', 'head', 'reform-officer'],
    output: z.object({ items: z.array(DataSource), mayKeep: z.boolean() }),
  }),
  addDataSource: endpoint({
    method: 'post',
    path: '/api/console/data-sources',
    summary: 'Enter what the university has, so that guides may share it instead of asking for it',
    access: ['reform-officer'],
    isIdempotent: true,
    body: z.strictObject({
      name: plainText(100, 2),
      /** As guides call it in English; empty: they do not. */
      nameEn: plainText(200, 0),
      departmentId: z.string().min(1, { error: '请选择数据主管部门。' }).max(40),
      gives: plainText(500, 2),
      basis: plainText(300, 2),
      liveFrom: CivilDate,
      liveUntil: CivilDate.nullable(),
    }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  endDataSource: endpoint({
    method: 'post',
    path: '/api/console/data-sources/{id}/end',
    summary: 'Set the last day of an entry; it stays, and guides that name it break a rule after that day',
    access: ['reform-officer'],
    isIdempotent: true,
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ liveUntil: CivilDate, revision }),
    output: z.object({ revision }),
  }),
};
