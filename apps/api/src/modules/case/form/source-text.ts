import type { PrefillSource } from '@yitang/domain/form';
import type { LocalText } from '@yitang/domain/vocabulary';

const person: LocalText = { zh: '来自您的个人信息', en: 'from your personal record' };
const affiliation: LocalText = { zh: '来自学籍或人事系统', en: 'from the student or staff register' };
const student: LocalText = {
  zh: '来自邀请您的学生的学籍信息',
  en: 'from the register, about the student who invited you',
};

/** Where known data comes from, as the page says beside it. */
export function sourceText(source: PrefillSource): LocalText {
  if (source.startsWith('person.')) return person;
  return source.startsWith('student.') ? student : affiliation;
}
