import type { Em } from '../../database/index.ts';

/**
 * Code of a new matter (院校代码5-部门3-类型2-主项3-子项3): public service, the next main item of its department. Codes of
 * drafts and of retired matters count, so that none is used twice.
 * @param departmentCode as the directory has it; what is no three digits is counted under `000`
 */
export async function nextMatterCode(em: Em, departmentCode: string): Promise<string> {
  const [first] = await em.execute<{ code: string }[]>('select code from matters order by code limit 1');
  const university = first?.code.split('-')[0] ?? '00000';
  const department = /^\d{3}$/.test(departmentCode) ? departmentCode : '000';
  const prefix = `${university}-${department}-20-`;
  const rows = await em.execute<{ code: string | null }[]>(
    'select max(code) as code from (select code from matters where code like ? union all select code from matter_drafts where code like ?) as known',
    [`${prefix}%`, `${prefix}%`],
  );
  const last = Number(rows[0]?.code?.slice(prefix.length, prefix.length + 3) ?? 0);
  return `${prefix}${String(last + 1).padStart(3, '0')}-001`;
}
