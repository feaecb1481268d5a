// Line and paragraph separators and direction marks survive JSON and could make a viewer show a line that was never
// written (R-IN-7).
const misleading = /[\u0085\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const idNumber = /(?<![0-9a-zA-Z])\d{17}[0-9Xx](?![0-9a-zA-Z])/g;
const phone = /(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])/g;
const ticket = /\b(ST|PGT|PT)-[\w.-]{6,}/g;

/**
 * The last look at a log line before it leaves the process: whatever a developer logged, ID numbers, phone numbers and
 * CAS tickets are not in it (R-AUD-4).
 */
export function cleanLine(line: string): string {
  return maskNumbers(line.replace(misleading, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** ID numbers, phone numbers and CAS tickets become placeholders; JSON stays JSON. */
export function maskNumbers(text: string): string {
  return text
    .replace(idNumber, placeholder('[id-number]'))
    .replace(phone, placeholder('[phone]'))
    .replace(ticket, '$1-[ticket]');
}

/** Behind a colon, comma or bracket it may be a bare JSON number. */
const placeholder = (name: string) => (_number: string, offset: number, text: string) =>
  ':,['.includes(text[offset - 1] ?? '"') ? '0' : name;
