/** @jest-environment jsdom */
import { beforeEach, expect, test } from '@jest/globals';
import { keepInput } from './kept-input.ts';

const heard: string[] = [];
const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;

beforeEach(() => {
  heard.length = 0;
  document.body.innerHTML = `<form>
    <input name="name" value="server" />
    <input type="hidden" name="key" value="k" />
    <input type="radio" name="language" value="zh" checked />
    <input type="radio" name="language" value="en" />
    <input type="checkbox" name="online" />
    <select name="audience"><option value="">-</option><option value="teacher">t</option></select>
    <textarea name="note">server</textarea>
    <details><summary>more</summary></details>
  </form>`;
  document.body.onchange = (event) => {
    const { name, value } = event.target as HTMLInputElement;
    heard.push(`${name}=${value}`);
  };
});

/** As the script does that takes the page over. */
function takeOver(): void {
  find<HTMLFormElement>('form').reset();
}

test('what was typed and chosen before the script came is there after it, and whoever listens is told', () => {
  find<HTMLInputElement>('[name=name]').value = '林知远';
  find<HTMLInputElement>('[value=en]').checked = true;
  find<HTMLInputElement>('[name=online]').checked = true;
  find<HTMLSelectElement>('select').value = 'teacher';
  find<HTMLTextAreaElement>('textarea').value = '急用';
  const restore = keepInput(document);
  takeOver();
  restore();
  expect(Object.fromEntries(new FormData(find<HTMLFormElement>('form')))).toEqual({
    name: '林知远',
    key: 'k',
    language: 'en',
    online: 'on',
    audience: 'teacher',
    note: '急用',
  });
  expect(heard).toEqual(['name=林知远', 'language=en', 'online=on', 'audience=teacher', 'note=急用']);
});

test('what was unfolded before the script came stays open', () => {
  find<HTMLDetailsElement>('details').open = true;
  const restore = keepInput(document);
  find<HTMLDetailsElement>('details').open = false;
  restore();
  expect(find<HTMLDetailsElement>('details').open).toBe(true);
});

test('a page that nobody touched is left as it is', () => {
  keepInput(document)();
  expect(heard).toEqual([]);
});
