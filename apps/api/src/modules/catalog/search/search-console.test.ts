import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../index.ts';

let app: TestApp;
let officer: ReturnType<TestApp['as']>;

beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
  officer = app.as(staff('reform-officer'));
});
afterEach(() => app.close());

const swapped = (): Promise<void> => app.deps.services.get(catalogKey).refresh();
const search = async (q: string) => {
  await swapped();
  return app.as().listMatters({ query: { q } });
};

test('SRCH-2 a synonym finds, is listed, and no longer finds once it is taken back', async () => {
  const word = '鹦鹉';
  expect((await search(word)).total).toBe(0);
  await officer.addSynonym({ body: { word, means: '学生证' } });
  expect((await search(word)).items.map(({ code }) => code)).toContain(codes.card);
  const [synonym] = (await officer.listSynonyms({})).items;
  expect(synonym).toMatchObject({ word, means: '学生证' });
  await officer.removeSynonym({ params: { id: synonym!.id } });
  expect((await search(word)).total).toBe(0);
  await expect(officer.removeSynonym({ params: { id: synonym!.id } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
});

test('SRCH-5 a word without a matter is answered with a sentence, and leaves the list of what was not found', async () => {
  const word = '鹦鹉';
  await search(word);
  expect((await officer.listSearchMisses({})).items.map(({ query }) => query)).toEqual([word]);
  await officer.addSearchAnswer({ body: { word, answer: '校园内不能饲养鹦鹉。', code: codes.card } });
  const found = await search(`我想养${word}`);
  expect(found.answers).toEqual([
    { word, answer: '校园内不能饲养鹦鹉。', matter: { code: codes.card, name: expect.any(String) } },
  ]);
  expect((await officer.listSearchMisses({})).items).toEqual([]);
  const [answer] = (await officer.listSearchAnswers({})).items;
  await officer.removeSearchAnswer({ params: { id: answer!.id } });
  expect((await search(word)).answers).toEqual([]);
});

test('a second answer to a word replaces the first; one that leads to an unknown matter is refused', async () => {
  await officer.addSearchAnswer({ body: { word: '鹦鹉', answer: '第一次答复', code: null } });
  await officer.addSearchAnswer({ body: { word: '鹦鹉', answer: '第二次答复', code: null } });
  expect((await officer.listSearchAnswers({})).items.map(({ answer }) => answer)).toEqual(['第二次答复']);
  await expect(
    officer.addSearchAnswer({ body: { word: '鹦鹉', answer: '请看这里', code: 'NO-SUCH' } }),
  ).rejects.toMatchObject({ problem: { issues: [{ field: 'body.code' }] } });
});

test('SRCH-5 a word without a matter becomes the draft of one, by that name and keyword, and leaves the list', async () => {
  const word = '养鹦鹉';
  await search(word);
  const begin = () => officer.beginMissedMatter({ body: { query: word, name: word, departmentId: places.affairs } });
  const { id, code } = await begin();
  const draft = await officer.getMatterDraft({ params: { id } });
  expect(draft).toMatchObject({ code, name: word, operation: 'add', status: 'editing', isEditable: true });
  expect(draft.fields['summary.keywords']).toEqual([word]);
  expect((await officer.listSearchMisses({})).items).toEqual([]);
  expect(await begin()).toEqual({ id, code });
});

test('SRCH-5 a word whose draft is given up comes back to the list, and a new draft can be begun', async () => {
  const word = '养鹦鹉';
  await search(word);
  const begin = () => officer.beginMissedMatter({ body: { query: word, name: word, departmentId: places.affairs } });
  const { id } = await begin();
  await officer.actOnMatterDraft({ params: { id }, body: { action: 'abandon', revision: 0, note: '不需要' } });
  expect((await officer.listSearchMisses({})).items.map(({ query }) => query)).toEqual([word]);
  expect((await begin()).id).not.toBe(id);
});

test('R-AUTHZ-1 a new matter for a search is begun by the reform office, of a department that there is, for what was searched', async () => {
  await search('养鹦鹉');
  const body = { query: '养鹦鹉', name: '养鹦鹉', departmentId: places.affairs };
  const refusal = (code: string) => ({ problem: { code } });
  await expect(app.as(staff('head', 'department', places.affairs)).beginMissedMatter({ body })).rejects.toMatchObject(
    refusal('access.denied'),
  );
  await expect(officer.beginMissedMatter({ body: { ...body, departmentId: 'none' } })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.departmentId' }] },
  });
  await expect(officer.beginMissedMatter({ body: { ...body, query: '没人搜过' } })).rejects.toMatchObject(
    refusal('record.not-found'),
  );
});
