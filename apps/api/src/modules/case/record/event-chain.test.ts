import { describe, expect, test } from '@jest/globals';
import type { CaseEvent } from '@yitang/domain/case';
import { chainEvents, eventHash, firstLink, sha256, type EventRow } from './event-chain.ts';

const at = new Date('2026-03-02T01:00:00Z');
const by = { kind: 'applicant', personId: 'p', post: null } as const;
const submitted: CaseEvent = { type: 'submitted', at, by, owedMaterials: [] };
const withdrawn: CaseEvent = { type: 'withdrawn', at, by, reason: '不需要了' };
const entry = (event: CaseEvent) => ({ event, label: '申请人', counted: { on: '2026-03-02', recordedOn: null } });

function isWhole(rows: readonly EventRow[]): boolean {
  return rows.every(
    (row, index) =>
      row.seq === index + 1 &&
      row.previous_hash === (rows[index - 1]?.hash ?? firstLink.hash) &&
      row.details_hash === sha256(row.details) &&
      row.hash === eventHash(row),
  );
}

describe('the chain of what happened to a case', () => {
  test('each event carries the hash of the one before, also over two appends', () => {
    const first = chainEvents('c', [entry(submitted)]);
    const then = chainEvents('c', [entry(withdrawn)], { seq: 1, hash: first[0]!.hash });
    expect(isWhole([...first, ...then])).toBe(true);
  });

  test('R-AUD-3: a changed word, actor, order or a row taken out is seen', () => {
    const rows = chainEvents('c', [entry(submitted), entry(withdrawn)]);
    const [first, second] = [rows[0]!, rows[1]!];
    expect(isWhole([first, { ...second, actor_id: 'other' }])).toBe(false);
    expect(isWhole([first, { ...second, details: '{}' }])).toBe(false);
    expect(isWhole([second, first])).toBe(false);
    expect(isWhole([second])).toBe(false);
  });
});
