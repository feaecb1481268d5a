/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { hold, holdPlainForms, isHeld } from './in-flight.ts';

const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;
const press = (form: string): boolean => {
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: find(`${form} button`) });
  return find(form).dispatchEvent(event);
};
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = `<form id="post" method="POST"><button>提交</button></form>
    <form id="get" method="GET"><button>搜索</button></form>`;
  stop = holdPlainForms(window);
});
afterEach(() => {
  window.dispatchEvent(new Event('pageshow'));
  stop();
});

test('a form is sent once, however often its button is pressed, and the button keeps the focus (STAT-4)', () => {
  const button = find<HTMLButtonElement>('#post button');
  button.focus();
  expect([press('#post'), press('#post'), press('#post')]).toEqual([true, false, false]);
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(document.activeElement).toBe(button);
});

test('whoever goes back to the page may press again', () => {
  press('#post');
  window.dispatchEvent(new Event('pageshow'));
  expect(find('#post button').hasAttribute('aria-busy')).toBe(false);
  expect(press('#post')).toBe(true);
});

test('a form that is answered by a file may be sent again from the page that is still there', () => {
  find('#post button').setAttribute('data-answers-file', '');
  expect([press('#post'), press('#post')]).toEqual([true, true]);
});

test('a search may be changed while it is on its way', () => {
  expect([press('#get'), press('#get')]).toEqual([true, true]);
});

test('what a script sends is marked by that script alone, until its answer is there', () => {
  const form = find<HTMLFormElement>('#post');
  form.addEventListener('submit', (event) => event.preventDefault());
  press('#post');
  expect(isHeld(form)).toBe(false);
  const release = hold(form, find('#post button'));
  expect(isHeld(form)).toBe(true);
  release();
  expect([isHeld(form), find('#post button').hasAttribute('aria-disabled')]).toEqual([false, false]);
});
