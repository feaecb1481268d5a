import type { Em } from '../../database/index.ts';

/**
 * Codes of new matters of one department (院校代码5-部门3-类型2-主项3-子项3): public service, the next main items; after the
 * last of these the next sub-items. Codes of drafts and of retired matters count, so that none is used twice.
 * @param departmentCode as the directory has it; what is no three digits is counted under `000`
 */
export async function nextMatterCodes(em: Em, departmentCode: string, count: number): Promise<string[]> {
  const [first] = await em.execute<{ code: string }[]>('select code from matters order by code limit 1');
  const university = first?.code.split('-')[0] ?? '00000';
  const department = /^\d{3}$/.test(departmentCode) ? departmentCode : '000';
  const prefix = `${university}-${department}-20-`;
  const rows = await em.execute<{ code: string | null }[]>(
    'select max(code) as code from (select code from matters where code like ? union all select code from matter_drafts where code like ?) as known',
    [`${prefix}%`, `${prefix}%`],
  );
  const [main = '0', sub = '0'] = rows[0]?.code?.slice(prefix.length).split('-') ?? [];
  const last = Number(main);
  const lastSub = last < lastMain ? 0 : Number(sub);
  return Array.from({ length: count }, (_, index) => {
    const next = last + index + 1;
    const item = next <= lastMain ? [next, 1] : [lastMain, lastSub + next - lastMain + (lastSub === 0 ? 1 : 0)];
    return `${prefix}${item.map((number) => String(number).padStart(3, '0')).join('-')}`;
  });
}

const lastMain = 999;

export async function nextMatterCode(em: Em, departmentCode: string): Promise<string> {
  const [code = ''] = await nextMatterCodes(em, departmentCode, 1);
  return code;
}
