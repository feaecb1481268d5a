import { charactersOf } from './characters.ts';

/**
 * 张三 → 张*, 欧阳小明 → 欧**明, 阿依古丽·买买提 → 阿***·买**, Anna Smith → A*** S****. Every part keeps its first
 * character; a Chinese name of three or more its last one too.
 */
export function maskName(name: string): string {
  const parts = name.split(/([ ·\-.]+)/u);
  const isWhole = parts.length === 1;
  return parts.map((part, index) => (index % 2 === 1 ? part : maskPart(part, isWhole))).join('');
}

/** All but the first and the last character: the last four are asked for as a proof, so they are not shown. */
export function maskIdNumber(number: string): string {
  const characters = charactersOf(number);
  if (characters.length <= 2) return '*'.repeat(characters.length);
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** 13800138000 → 138****8000; any other number keeps its last two digits. */
export function maskPhone(phone: string): string {
  if (/^\d{11}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  return `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.length > 2 ? phone.slice(-2) : '*'.repeat(phone.length)}`;
}

/** anna@example.com → a***@example.com; how long the name is isn't told. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first] = charactersOf(email.slice(0, Math.max(at, 0)));
  return first === undefined ? '***' : `${first}***${email.slice(at)}`;
}

/** What a person wrote: numbers of five digits and more, also in groups, and addresses of mail are masked; the rest stays. */
export function maskInText(text: string): string {
  return text
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, maskEmail)
    .replaceAll(/\d(?:[ -]?\d){4,}[Xx]?/g, (number) => maskPhone(number.replaceAll(/[ -]/g, '')));
}

/** 6222021234567890123 → **** 0123. */
export function maskAccountNumber(number: string): string {
  return number.length <= 4 ? '*'.repeat(number.length) : `**** ${number.slice(-4)}`;
}

function maskPart(part: string, isWhole: boolean): string {
  const characters = charactersOf(part);
  const [first = ''] = characters;
  if (characters.length === 1) return isWhole ? '*' : first;
  const keepsLast = isWhole && characters.length > 2 && /^\p{Script=Han}/u.test(part);
  const hidden = characters.length - (keepsLast ? 2 : 1);
  return `${first}${'*'.repeat(Math.max(0, hidden))}${keepsLast ? characters.at(-1) : ''}`;
}
