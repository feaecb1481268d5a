import { startOfDay } from '@yitang/domain/calendar';
import { DataSourceRow } from '../../../../modules/catalog/data-source/data-source.entity.ts';
import { demoDataSources } from '../data-sources.ts';
import { demoUniversity } from '../organization/index.ts';
import type { LoadContext } from './load-context.ts';

/** The data catalogue, before there is a guide that names it. */
export async function loadDataSources({ em, ids, referenceDate }: LoadContext): Promise<void> {
  await em.insertMany(
    DataSourceRow,
    demoDataSources(referenceDate).map(({ departmentCode, ...source }) => ({
      ...source,
      id: ids.other(`data-source/${source.name}`),
      departmentId: ids.of('department', departmentCode),
      revision: 0,
      updatedAt: startOfDay(source.liveFrom, demoUniversity.timeZone),
      updatedBy: '演示数据',
    })),
  );
}
