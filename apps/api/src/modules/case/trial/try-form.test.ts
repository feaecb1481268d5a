import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FormDefinitionData } from '@yitang/contract';
import { codes, makeCaseWorld, publish } from '../../../../../../tests/support/case-world.ts';
import { everyKindCode, everyKindMatter } from '../../../../../../tests/support/every-kind-matter.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      await publish(deps, [everyKindMatter()]);
    },
  });
});
afterAll(() => app.close());

const officer = () => app.as(staff('reform-officer', 'university', null));
const draftOf = async (code: string): Promise<string> =>
  (await officer().createMatterDraft({ body: { operation: 'change', code } })).id;

test('a form is filled in for a test: faults of the page in the words of its applicants, known data of somebody made up', async () => {
  const params = { id: await draftOf(everyKindCode) };
  const trial = await officer().tryForm({ params, body: { answers: { person: { name: '张' } }, page: 'payee' } });
  expect(trial.faults).toEqual([]);
  expect(trial.page?.key).toBe('payee');
  expect(trial.issues).toContainEqual(expect.objectContaining({ field: 'person.name', code: 'field.invalid-name' }));
  expect(trial.pages).toHaveLength(6);
  const first = await officer().getFormTrial({ params });
  expect(first.page?.key).toBe('words');
  const person = first.answers.flatMap(({ fields }) => fields).find(({ key }) => key === 'person');
  expect(person?.value).toEqual({ name: '示例同学' });
  const [row] = await app.call().em.execute<{ n: number }[]>('select count(*) as n from cases');
  expect(Number(row?.n)).toBe(0);
});

test('the faults of a form are told at their key, and one that cannot be tried is not', async () => {
  const form: FormDefinitionData = {
    pages: [
      {
        key: 'p',
        title: { zh: '' },
        fields: [
          {
            kind: 'text',
            key: 'a',
            label: { zh: '甲' },
            maxLength: 9,
            pattern: { source: '(', message: { zh: '格式' } },
          },
          { kind: 'file', key: 'f', label: { zh: '发票' }, requirement: 'none' },
        ],
      },
    ],
  };
  const params = { id: await draftOf(codes.card) };
  await officer().saveMatterDraft({ params, body: { revision: 0, values: { form } } });
  const trial = await officer().getFormTrial({ params });
  expect(trial.faults.map(({ key, code }) => `${key} ${code}`)).toEqual([
    'p form.words-missing',
    'a form.bad-pattern',
    'f form.file-beside-questions',
    'f form.unknown-requirement',
  ]);
  expect(trial.page).toBeNull();
});
