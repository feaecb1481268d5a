/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { PageData } from '@yitang/contract';
import { AutoSave } from './auto-save.svelte.ts';

const page = {
  key: 'reason',
  fields: [{ key: 'why', kind: 'text', label: { zh: '情况说明' } }],
} as unknown as PageData;
const sent: { path: string; body: unknown }[] = [];
let answer: () => Promise<Response>;
let form: HTMLFormElement;
let autoSave: AutoSave;
const type = (text: string): void => {
  form.querySelector('textarea')!.value = text;
  autoSave.typed(form);
};
const kept = { ok: true, status: 200, json: async () => ({ updatedAt: '2026-11-20T02:00:00.000Z' }) } as Response;

beforeEach(() => {
  jest.useFakeTimers();
  sent.length = 0;
  answer = async () => kept;
  globalThis.fetch = (async (path: string, { body }: { body: string }) => {
    sent.push({ path, body: JSON.parse(body) });
    return await answer();
  }) as unknown as typeof fetch;
  document.body.innerHTML = '<form><textarea name="why"></textarea></form>';
  form = document.querySelector('form')!;
  autoSave = new AutoSave('draft-1', page);
});
afterEach(() => void jest.useRealTimers());

test('what is typed is saved by itself once typing has rested for ten seconds (APP-4)', async () => {
  type('因膝');
  await jest.advanceTimersByTimeAsync(9_000);
  type('因膝关节手术');
  await jest.advanceTimersByTimeAsync(9_999);
  expect(sent).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([
    { path: '/api/drafts/draft-1/pages/reason', body: { answers: { why: '因膝关节手术' }, isPartial: true } },
  ]);
  expect([autoSave.state, autoSave.savedAt]).toEqual(['idle', '2026-11-20T02:00:00.000Z']);
});

test('what is chosen is saved at once, and not a second time after the rest', async () => {
  type('因病');
  await autoSave.chosen(form);
  await jest.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(1);
});

test('a page that is being sent is not saved beside it', async () => {
  type('因病');
  autoSave.stop();
  await jest.advanceTimersByTimeAsync(20_000);
  expect(sent).toEqual([]);
});

test.each([
  ['the session is over', async () => ({ ok: false, status: 401 }) as Response],
  ['the network is gone', () => Promise.reject(new TypeError('fetch failed'))],
])('it is said when nothing was kept because %s, until it is kept again', async (_, refused) => {
  answer = refused;
  type('因病');
  await jest.advanceTimersByTimeAsync(10_000);
  expect([autoSave.state, autoSave.savedAt]).toEqual(['failed', undefined]);
  answer = async () => kept;
  type('因病休养');
  await jest.advanceTimersByTimeAsync(10_000);
  expect(autoSave.state).toBe('idle');
});
