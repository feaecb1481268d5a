/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { describe, expect, test } from '@jest/globals';
import { descriptionOf, one, textOf, textsOf, view } from '../testing/render.ts';
import CheckboxGroup from './CheckboxGroup.svelte';
import DateField from './DateField.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import FileField from './FileField.svelte';
import NumberField from './NumberField.svelte';
import RadioGroup from './RadioGroup.svelte';
import RatingGroup from './RatingGroup.svelte';
import Select from './Select.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';

const wrong = { name: 'phone', label: '手机号码', hint: '办理进度会发到这里', error: '请输入 11 位手机号码' };
const options = [
  { value: 'a', label: '实习' },
  { value: 'b', label: '签证', hint: '附英文译本' },
];

describe('a question with a mistake (APP-9)', () => {
  test.each([
    ['TextField', view(TextField, wrong)],
    ['NumberField', view(NumberField, wrong)],
    ['DateField', view(DateField, wrong)],
    ['TextArea', view(TextArea, wrong)],
    ['Select', view(Select, { ...wrong, options })],
    ['FileField', view(FileField, wrong)],
  ])('%s has a label, says its hint and its error, and is marked as wrong', (_, page) => {
    const control = one(page, '[name="phone"]');
    expect(textOf(one(page, `label[for="${control.id}"]`))).toBe('手机号码');
    expect(control.getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(page, control)).toEqual(['办理进度会发到这里', '错误：请输入 11 位手机号码']);
  });

  test.each([
    ['RadioGroup', view(RadioGroup, { ...wrong, options })],
    ['CheckboxGroup', view(CheckboxGroup, { ...wrong, options })],
    ['RatingGroup', view(RatingGroup, { ...wrong, levels: options })],
  ])('%s says hint and error for the group, and its first choice is where a summary leads', (_, page) => {
    expect(descriptionOf(page, one(page, 'fieldset'))).toEqual(['办理进度会发到这里', '错误：请输入 11 位手机号码']);
    expect(one(page, 'input').id).toBe('phone');
    expect(textOf(one(page, 'legend'))).toBe('手机号码');
  });

  test('the summary repeats each sentence, leads to its field and can take the focus', () => {
    const issues = [
      { field: 'phone', message: wrong.error },
      { field: '', message: '请稍后再试' },
    ];
    const page = view(ErrorSummary, { title: '有 2 处需要修改', issues });
    const summary = one(page, '[role="alert"]');
    expect(summary.getAttribute('tabindex')).toBe('-1');
    expect(textsOf(summary, 'li')).toEqual([wrong.error, '请稍后再试']);
    expect(textOf(one(summary, 'a[href="#phone"]'))).toBe(wrong.error);
    expect(summary.querySelectorAll('a')).toHaveLength(1);
  });

  test('no issues, no summary', () => {
    expect(view(ErrorSummary, { title: '有错误', issues: [] }).querySelector('[role="alert"]')).toBeNull();
  });
});

describe('a question without a mistake', () => {
  test('is described by nothing and not marked', () => {
    const control = one(view(TextField, { name: 'name', label: '姓名' }), 'input');
    expect(control.hasAttribute('aria-invalid')).toBe(false);
    expect(control.hasAttribute('aria-describedby')).toBe(false);
  });

  test('an optional one says so, a needed one bears no star', () => {
    expect(textOf(one(view(TextField, { name: 'n', label: '备注', isOptional: true }), 'label'))).toBe('备注（选填）');
    expect(textOf(one(view(TextField, { name: 'n', label: '姓名' }), 'label'))).toBe('姓名');
  });

  test('the only question of a page is its heading', () => {
    const field = view(TextField, { name: 'n', label: '您的姓名', isHeading: true });
    expect(textOf(one(field, 'h1 > label'))).toBe('您的姓名');
    const group = view(RadioGroup, { name: 'n', label: '送到哪里', options, isHeading: true });
    expect(textOf(one(group, 'legend > h1'))).toBe('送到哪里');
  });

  test('what was answered stands there without script', () => {
    const typed = one(view(TextField, { name: 'n', label: 'l', value: '欧阳𠮷' }), 'input');
    expect(typed.getAttribute('value')).toBe('欧阳𠮷');
    expect(one(view(TextArea, { name: 'n', label: 'l', value: '<b>粗' }), 'textarea').textContent).toBe('<b>粗');
    const radio = view(RadioGroup, { name: 'n', label: 'l', options, value: 'b' });
    expect(one(radio, 'input[checked]').getAttribute('value')).toBe('b');
    const boxes = view(CheckboxGroup, { name: 'n', label: 'l', options, value: ['a', 'b'] });
    expect(boxes.querySelectorAll('input[checked]')).toHaveLength(2);
    const select = view(Select, { name: 'n', label: 'l', options, value: 'b', placeholder: '请选择' });
    expect(textOf(one(select, 'option[selected]'))).toBe('签证');
  });

  test('each choice has its label, and says its own hint', () => {
    const page = view(RadioGroup, { name: 'n', label: 'l', options });
    const visa = one(page, 'input[value="b"]');
    expect(textOf(one(page, `label[for="${visa.id}"]`))).toBe('签证');
    expect(descriptionOf(page, visa)).toEqual(['附英文译本']);
  });
});

describe('single kinds', () => {
  test('a number is typed on digit keys, but in a text box', () => {
    const control = one(view(NumberField, { name: 'n', label: '份数', value: 2, unit: '份' }), 'input');
    expect(control.outerHTML).toMatch(/type="text"/);
    expect(control.getAttribute('inputmode')).toBe('numeric');
    expect(control.getAttribute('value')).toBe('2');
  });

  test('a date is the browser’s own, with its bounds', () => {
    const control = one(view(DateField, { name: 'd', label: '日期', value: '2026-11-26', min: '2026-11-23' }), 'input');
    expect(['type', 'value', 'min'].map((name) => control.getAttribute(name))).toEqual([
      'date',
      '2026-11-26',
      '2026-11-23',
    ]);
  });

  test('typed characters are counted as a reader counts them', () => {
    const countText = (typed: number) => `已输入 ${typed} 字`;
    const page = view(TextArea, { name: 'n', label: 'l', value: '龘𠮷', countText });
    expect(textOf(one(page, '[aria-live="polite"]'))).toBe('已输入 2 字');
  });

  test('a file is chosen without script (APP-7)', () => {
    const control = one(
      view(FileField, { name: 'file', label: '身份证明', accept: '.pdf', isMultiple: true }),
      'input',
    );
    expect(['type', 'accept'].map((name) => control.getAttribute(name))).toEqual(['file', '.pdf']);
    expect(control.hasAttribute('multiple')).toBe(true);
  });

  test('the five levels are radio buttons with words, best first (RATE-1)', () => {
    const words = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];
    const levels = words.map((label, index) => ({ value: String(index + 1), label }));
    const page = view(RatingGroup, { name: 'level', label: '满意吗', levels });
    expect(one(page, 'fieldset').getAttribute('role')).toBe('radiogroup');
    expect(textsOf(page, 'label')).toEqual(words);
    expect([...page.querySelectorAll('input')].map((input) => input.value)).toEqual(['1', '2', '3', '4', '5']);
  });
});
