import { createHash } from 'node:crypto';

/**
 * A UUID of version 7 that follows from its arguments, so that a demo seeded twice from one number has the same ids.
 * @param at epoch milliseconds: the sortable part, as in ids that are given out while running
 */
export function seedId(seed: string | number, key: string, at: number): string {
  const bytes = createHash('sha256').update(`${seed}/${key}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
