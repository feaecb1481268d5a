import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { cleanText } from './clean-text.ts';

const textOf = (raw: string, isMultiline = false): string => {
  const cleaned = cleanText(raw, { isMultiline });
  return cleaned.ok ? cleaned.text : cleaned.code;
};

describe('cleaning what was typed', () => {
  test('outer spaces go, the full-width one too; inner ones stay (APP-14)', () => {
    expect(textOf('\u3000 Anna  Maria \n'.trim())).toBe('Anna  Maria');
    expect(textOf('\u3000张 三\u3000')).toBe('张 三');
  });

  test('invisible characters and marks that turn the direction of writing go (R-IN-7)', () => {
    expect(textOf('张\u200b三\u202e\u2066\ufeff\u00ad')).toBe('张三');
    expect(textOf('张\u200d三')).toBe('张三');
  });

  test('what shapes an emoji, a script or a rare character stays', () => {
    expect(textOf('👩\u200d🎓')).toBe('👩\u200d🎓');
    expect(textOf('葛\u{E0100}')).toBe('葛\u{E0100}');
    expect(textOf('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  test('a rare character is one character', () => {
    expect(cleanText('𠮷㐀龘')).toEqual({ ok: true, text: '𠮷㐀龘', length: 3 });
  });

  test('letters are composed with their marks, compatibility ideographs are left as they are', () => {
    expect(textOf('Rene\u0301')).toBe('René');
    expect(textOf('\uFA0E\uF900')).toBe('\uFA0E\uF900');
  });

  test.each(['a\u0000b', 'a\u0007', 'a\u001b[31m', 'a\u007f', 'a\u009f', 'a\nb', 'a\tb', 'a\u2028b', 'a\ud800'])(
    'control characters and broken text are refused: %j (R-IN-7)',
    (raw) => {
      expect(textOf(raw)).toBe('field.control-characters');
    },
  );

  test('a paragraph has lines, written one way', () => {
    expect(textOf('a\r\nb\rc\u2028d\te', true)).toBe('a\nb\nc\nd\te');
    expect(textOf('a\u0000', true)).toBe('field.control-characters');
  });

  property('cleaning twice is cleaning once', fc.string({ unit: 'binary' }), (raw) => {
    const once = textOf(raw, true);
    expect(textOf(once, true)).toBe(once);
  });

  property('what is kept holds no control character', fc.string({ unit: 'binary' }), (raw) => {
    const cleaned = cleanText(raw);
    if (cleaned.ok) expect(cleaned.text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });
});
