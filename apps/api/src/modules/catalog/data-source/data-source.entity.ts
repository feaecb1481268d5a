import { defineEntity, p } from '@mikro-orm/sql';

/** An entry of the data catalogue (数据目录). It is ended, never taken away. */
const DataSourceSchema = defineEntity({
  name: 'DataSourceRow',
  tableName: 'data_sources',
  uniques: [{ name: 'data_sources_name', properties: ['name', 'liveFrom'] }],
  properties: {
    id: p.string().length(36).primary(),
    name: p.string().length(100),
    /** Empty: guides do not call it in English. */
    nameEn: p.string().length(200),
    departmentId: p.string().length(36),
    gives: p.string().length(500),
    basis: p.string().length(300),
    liveFrom: p.string().length(10),
    liveUntil: p.string().length(10).nullable(),
    revision: p.integer(),
    updatedAt: p.datetime(3),
    updatedBy: p.string().length(120),
  },
});
export class DataSourceRow extends DataSourceSchema.class {}
DataSourceSchema.setClass(DataSourceRow);
