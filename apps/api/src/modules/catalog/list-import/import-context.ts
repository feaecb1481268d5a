import type { ReadContext } from '@yitang/domain/list-import';
import type { Em } from '../../../database/index.ts';
import { departmentFinder, listDepartments } from '../../organization/index.ts';

/** Departments by code, name, short name and alias. */
export async function findImportContext(em: Em): Promise<ReadContext> {
  const find = departmentFinder(await listDepartments(em));
  return { findDepartment: (text) => find(text)?.id };
}
