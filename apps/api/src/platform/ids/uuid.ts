import { randomFillSync } from 'node:crypto';

// Random bytes are drawn for 256 ids at a time: one id costs well under a microsecond.
const pool = Buffer.allocUnsafe(256 * 10);
let offset = pool.length;
let lastTime = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562): sorts by the time of its making, also within one millisecond of one process, so that rows
 * are appended to an index and not scattered over it.
 */
export function newId(now: number = Date.now()): string {
  if (offset === pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  const random = pool.subarray(offset, (offset += 10));
  const time = nextTime(now, random);
  random[0] = 0x70 | (counter >>> 8);
  random[1] = counter & 0xff;
  random[2] = 0x80 | (random[2]! & 0x3f);
  const hex = time.toString(16).padStart(12, '0') + random.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The millisecond in which an id was made. */
export function idTime(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** Twelve bits of counter behind the millisecond; a clock that was set back does not set ids back. */
function nextTime(now: number, random: Buffer): number {
  if (now > lastTime) {
    lastTime = now;
    counter = ((random[0]! << 8) | random[1]!) & 0x7ff;
  } else if (++counter > 0xfff) {
    lastTime += 1;
    counter = 0;
  }
  return lastTime;
}
