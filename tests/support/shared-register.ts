import type { Em } from '../../apps/api/src/database/index.ts';
import { DataSourceRow } from '../../apps/api/src/modules/catalog/data-source/data-source.entity.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';

/** The entry of the data catalogue that `completeContent` shares its material from. */
export async function enterSharedRegister(em: Em, departmentId: string): Promise<void> {
  await em.insert(DataSourceRow, {
    ...{ id: newId(), name: '教务系统', nameEn: '', departmentId, gives: '学籍信息', basis: '数据管理办法' },
    ...{ liveFrom: '2020-01-01', liveUntil: null, revision: 0, updatedBy: 'test' },
    updatedAt: new Date('2020-01-01T00:00:00Z'),
  });
}
