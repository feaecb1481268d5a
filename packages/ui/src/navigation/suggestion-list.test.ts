import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { SuggestionList } from './suggestion-list.svelte.ts';

type Found = readonly { href: string; label: string }[];
const two: Found = [
  { href: '/a', label: '在读证明' },
  { href: '/b', label: '在职证明' },
];
const chosen: string[] = [];
let ask: jest.Mock<(query: string) => Promise<Found>>;
let list: SuggestionList;

beforeEach(() => {
  jest.useFakeTimers();
  chosen.length = 0;
  ask = jest.fn(async () => two);
  list = new SuggestionList(ask, (one) => chosen.push(one.href));
});
afterEach(() => void jest.useRealTimers());

/** A key press as the list sees it; tells whether it was kept from the browser. */
function press(key: string, more: { isComposing?: boolean; keyCode?: number } = {}): boolean {
  const event = { key, isComposing: false, keyCode: 0, isKept: false, ...more };
  list.press({ ...event, preventDefault: () => (event.isKept = true) } as unknown as KeyboardEvent);
  return event.isKept;
}

async function typed(text: string): Promise<void> {
  list.type(text);
  await jest.advanceTimersByTimeAsync(200);
}

test('asks once typing rests, not at each letter', async () => {
  list.type('z');
  list.type('zd');
  await typed('zdzm');
  expect(ask.mock.calls).toEqual([['zdzm']]);
  expect(list.isOpen).toBe(true);
});

test('asks nothing between the start and the end of a composition (SRCH-4)', async () => {
  list.beginComposition();
  await typed('zai');
  await typed('zai du');
  expect(ask).not.toHaveBeenCalled();
  list.endComposition('在读');
  await jest.advanceTimersByTimeAsync(200);
  expect(ask.mock.calls).toEqual([['在读']]);
});

test('the Enter that ends a composition neither chooses nor submits (SRCH-4)', async () => {
  await typed('在');
  press('ArrowDown');
  expect(press('Enter', { isComposing: true, keyCode: 229 })).toBe(true);
  expect(press('Enter', { keyCode: 229 })).toBe(true);
  expect(chosen).toEqual([]);
});

test('Enter without a marked suggestion is left to the form', async () => {
  await typed('在读');
  expect(press('Enter')).toBe(false);
  expect(chosen).toEqual([]);
});

test('arrows go round through the box, Enter takes the marked one, Escape closes (SRCH-6)', async () => {
  await typed('在');
  const places = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => (press(key), list.active));
  expect(places).toEqual([0, 1, -1, 1]);
  expect(press('Enter')).toBe(true);
  expect(chosen).toEqual(['/b']);
  await typed('在读');
  expect(press('Escape')).toBe(true);
  expect(list.isOpen).toBe(false);
});

test('a late answer does not replace that of a later question', async () => {
  const slow = Promise.withResolvers<Found>();
  ask.mockImplementationOnce(() => slow.promise);
  await typed('在');
  await typed('在职');
  slow.resolve([{ href: '/late', label: '迟到' }]);
  await jest.advanceTimersByTimeAsync(0);
  expect(list.items).toEqual(two);
});

test('when suggestions fail the list stays shut and the form still works', async () => {
  ask.mockRejectedValueOnce(new Error('offline'));
  await typed('在');
  expect(list.isOpen).toBe(false);
  expect(press('Enter')).toBe(false);
});

test('an emptied box closes the list at once', async () => {
  await typed('在');
  list.type('  ');
  expect([list.isOpen, list.items]).toEqual([false, []]);
});
