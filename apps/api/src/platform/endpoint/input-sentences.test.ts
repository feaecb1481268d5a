import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { inputSentences } from './input-sentences.ts';

const said = (schema: z.ZodType, value: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  schema.safeParse(value, { error: inputSentences[locale] }).error?.issues.map(({ message }) => message);

describe('what is wrong with an input is said without jargon (APP-9)', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['nothing typed', z.string().trim().min(1), '', '请填写这一项。'],
    ['nothing sent', z.string(), undefined, '请填写这一项。'],
    ['nothing chosen', z.enum(['a', 'b']), '', '请选择一项。'],
    ['what was not offered', z.enum(['a', 'b']), 'c', '请从给出的选项里选择。'],
    ['too short', z.string().min(4), '不办', '至少 4 个字。'],
    ['too long', z.string().max(3), '一二三四', '最多 3 个字。'],
    ['no date', z.iso.date(), '2026-02-30', '请填写日期，例如 2026-09-01。'],
    ['an empty date', z.iso.date(), '', '请填写这一项。'],
    ['another form', z.string().regex(/^a$/), 'b', '格式不对，请检查后重新填写。'],
    ['too large', z.coerce.number().int().max(36), '99', '不能大于 36。'],
    ['no number', z.coerce.number(), 'x', '请填写整数。'],
    ['none of a list', z.array(z.string()).min(1), [], '至少选 1 项。'],
  ])('%s', (_, schema, value, sentence) => {
    expect(said(schema, value)).toEqual([sentence]);
  });

  test('in English too', () => {
    expect(said(z.string().min(1), '', 'en')).toEqual(['Please fill this in.']);
    expect(said(z.enum(['a']), 'b', 'en')).toEqual(['Choose one of the options.']);
  });

  test('a sentence of the schema itself goes before', () => {
    expect(
      said(
        z.string().refine(() => false, { error: '含有不可见的控制字符。' }),
        'x',
      ),
    ).toEqual(['含有不可见的控制字符。']);
  });
});
