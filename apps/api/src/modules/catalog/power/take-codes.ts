import { powerCode } from '@yitang/domain/power';
import { affectedRows, familyOfEm, insertUnlessPresent, type Em } from '../../../database/index.ts';

/** The next codes of a department. Whoever takes some meanwhile waits for the end of this transaction. */
export async function takeCodes(em: Em, departmentCode: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const part = powerCode(departmentCode, 1).slice(3, 6);
  const insert = `${insertUnlessPresent(familyOfEm(em))} into power_counters (part, last_number) values (?, ?)`;
  await affectedRows(em, insert, [part, 0]);
  await affectedRows(em, 'update power_counters set last_number = last_number + ? where part = ?', [count, part]);
  const [row] = await em.execute<{ last_number: number }[]>('select last_number from power_counters where part = ?', [
    part,
  ]);
  const last = Number(row?.last_number);
  return Array.from({ length: count }, (_, index) => powerCode(part, last - count + 1 + index));
}
