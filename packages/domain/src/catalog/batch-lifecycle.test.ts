import { expect, test } from '@jest/globals';
import { batchStatuses } from '../vocabulary/index.ts';
import {
  batchActions,
  batchLifecycle,
  findBatchBreaches,
  nextBatchStatus,
  type BatchedDraft,
} from './batch-lifecycle.ts';

const draft = (more: Partial<BatchedDraft>): BatchedDraft => ({
  id: more.code ?? 'A-1',
  code: 'A-1',
  operation: 'change',
  status: 'ready',
  baseVersion: 1,
  successorCode: null,
  ...more,
});
const standings = new Map([
  ['A-1', { version: 1, isRetired: false }],
  ['A-2', { version: 4, isRetired: false }],
  ['A-3', { version: 2, isRetired: true }],
]);
const kinds = (...drafts: BatchedDraft[]) => findBatchBreaches(drafts, standings).map(({ kind }) => kind);

test('what is published or withdrawn stays so; every status can be reached from the first', () => {
  const reached = new Set(['planned', ...Object.values(batchLifecycle).flatMap((next) => Object.values(next))]);
  expect([...reached].sort()).toEqual([...batchStatuses].sort());
  for (const action of batchActions) {
    expect([nextBatchStatus('published', action), nextBatchStatus('withdrawn', action)]).toEqual([
      undefined,
      undefined,
    ]);
  }
});

test('a draft that was made from the latest version may be published; one that was made from an older one is named', () => {
  expect(kinds(draft({}))).toEqual([]);
  expect(findBatchBreaches([draft({}), draft({ code: 'A-2', baseVersion: 3 })], standings)).toEqual([
    { draftId: 'A-2', kind: 'base-changed', latest: 4 },
  ]);
});

test('a new matter does not take a code that was used, a retired one is not changed again', () => {
  expect(kinds(draft({ code: 'A-9', operation: 'add', baseVersion: null }))).toEqual([]);
  expect(kinds(draft({ operation: 'add', baseVersion: null }))).toEqual(['code-taken']);
  expect(kinds(draft({ code: 'A-3', baseVersion: 2 }))).toEqual(['retired']);
});

test('whoever takes over must be in force when the batch is', () => {
  const retire = (successorCode: string | null) => draft({ operation: 'retire', successorCode });
  expect(kinds(retire(null), draft({ code: 'A-2', baseVersion: 4 }))).toEqual([]);
  expect(kinds(retire('A-2'))).toEqual([]);
  expect(kinds(retire('A-3'))).toEqual(['successor-gone']);
  expect(kinds(retire('A-2'), draft({ code: 'A-2', baseVersion: 4, operation: 'retire' }))).toEqual(['successor-gone']);
});

test('a draft that went back to its editors is not published', () => {
  expect(kinds(draft({ status: 'editing' }), draft({ status: 'scheduled' }))).toEqual(['not-ready']);
});
