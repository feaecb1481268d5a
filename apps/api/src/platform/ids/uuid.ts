import { randomFillSync } from 'node:crypto';

// Random bytes are drawn for 256 ids at a time and written out at once: one id costs a fraction of a microsecond.
const bytesPerId = 10;
const pool = Buffer.allocUnsafe(256 * bytesPerId);
let digits = '';
let offset = pool.length;
let lastTime = 0;
let counter = 0;
let writtenTime = { time: -1, text: '' };

/**
 * A UUIDv7 (RFC 9562): sorts by the time of its making, also within one millisecond of one process, so that rows
 * are appended to an index and not scattered over it.
 */
export function newId(now: number = Date.now()): string {
  if (offset === pool.length) {
    digits = randomFillSync(pool).toString('hex');
    offset = 0;
  }
  const at = offset;
  offset += bytesPerId;
  countOn(now, ((pool[at]! << 8) | pool[at + 1]!) & 0x7ff);
  const variant = (0x8 | (pool[at + 2]! & 0x3)).toString(16);
  // Of the third byte two bits were used: the digit of its upper half is free, like the 14 behind it.
  const random = digits.slice(2 * at + 4, 2 * at + 5) + digits.slice(2 * at + 6, 2 * at + 20);
  return `${timeText()}-7${counter.toString(16).padStart(3, '0')}-${variant}${random.slice(0, 3)}-${random.slice(3)}`;
}

/** The millisecond in which an id was made. */
export function idTime(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** Twelve bits of counter behind the millisecond; a clock that was set back does not set ids back. */
function countOn(now: number, first: number): void {
  if (now > lastTime) {
    lastTime = now;
    counter = first;
  } else if (++counter > 0xfff) {
    lastTime += 1;
    counter = 0;
  }
}

function timeText(): string {
  if (writtenTime.time !== lastTime) {
    const hex = lastTime.toString(16).padStart(12, '0');
    writtenTime = { time: lastTime, text: `${hex.slice(0, 8)}-${hex.slice(8)}` };
  }
  return writtenTime.text;
}
