import { expect, test } from '@jest/globals';
import { readCombing, readValues } from './read-combing.ts';

function typed(fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    action: 'cancel',
    powers: 'QL-105-0003@4',
    reason: '职责已转出',
    ...fields,
  }))
    form.set(name, value);
  return readValues(form);
}

test('a document is what was typed, else the name of the attached file, else none', () => {
  const documentsOf = (documents: string, fileName?: string) => readCombing(typed({ documents }), fileName)?.documents;
  expect(documentsOf('校发〔2026〕5号', '决定.pdf')).toBe('校发〔2026〕5号');
  expect(documentsOf(' ', '决定.pdf')).toBe('决定.pdf');
  expect(documentsOf('')).toBeNull();
});
