import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { pdf, png } from '../../../../../../tests/support/material/sample-files.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { insertRows } from '../../../database/index.ts';
import { newId } from '../../../platform/ids/index.ts';

let app: TestApp;
let world: CaseWorld;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterAll(() => app.close());

const student = () => app.as(world.student);
function formWith(bytes: Buffer, name: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

describe('files of an application', () => {
  let id: string;
  const requirementKey = 'illness-proof';

  test('a file that is asked for is uploaded, and goes with the case: eight statements with it', async () => {
    id = (await student().openDraft({ body: { matterCode: codes.leave } })).id;
    const save = (page: string, answers: Record<string, string | boolean>) =>
      student().savePage({ params: { draftId: id, page }, body: { answers } });
    await save('identity', {});
    const asks = { params: { draftId: id, requirementKey } };
    await expect(student().uploadMaterial({ ...asks, form: formWith(png(), 'a.png') })).rejects.toMatchObject({
      status: 404,
    });
    await save('reason', { reason: 'illness', from: '2026-03-09' });
    await save('contact', { phone: '13800138000', consent: true });
    const uploaded = await student().uploadMaterial({ ...asks, form: formWith(png(), '证明.png') });
    expect(uploaded).toMatchObject({ name: '证明.png', type: 'png', state: 'clean' });
    const checked = await student().getDraft({ params: { draftId: id }, query: { page: 'check' } });
    expect(checked).toMatchObject({
      isReady: true,
      page: null,
      issues: [],
      materials: [{ files: [{ id: uploaded.id }] }],
    });
    // A file that turned out to hold a virus is no file any more, and stands in nobody's way.
    const [file] = await app
      .call()
      .em.execute<Record<string, unknown>[]>('select * from materials where id = ?', [uploaded.id]);
    await insertRows(app.call().em, 'materials', [
      { ...file, id: newId(), place: null, blob_id: null, state: 'unsafe' },
    ]);
    // Whoever belongs to three departments hands in each file once all the same: the form takes two.
    const [place] = await app
      .call()
      .em.execute<Record<string, unknown>[]>('select * from affiliations where person_id = ?', [
        world.student.personId,
      ]);
    const others = ['2020-09-01', '2021-09-01'].map((from_day) => ({
      ...place,
      id: newId(),
      number: from_day,
      from_day,
    }));
    await insertRows(app.call().em, 'affiliations', others);
    // The day's first number leases a hundred of them.
    await app.deps.numbers.next('case:20260302');
    const statements = await app.statements(() =>
      student().submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: 'with-a-file' }),
    );
    // The statement of the session, which this test goes without, is the eighth.
    expect(statements.filter((sql) => !/^(begin|commit)/.test(sql))).toHaveLength(7);
    await expect(student().uploadMaterial({ ...asks, form: formWith(png(), 'b.png') })).rejects.toMatchObject({
      status: 404,
    });
    const seen = await app.as(world.collegeClerk).getOfficeCase({ params: { id } });
    expect(seen.materials).toMatchObject([{ id: uploaded.id, requirement: { zh: '医院证明' } }]);
  });

  test('who handles the case opens the file, others do not find it', async () => {
    const [file] = (await app.as(world.collegeClerk).getOfficeCase({ params: { id } })).materials;
    const read = { params: { id: file?.id ?? '' } };
    expect(((await app.as(world.affairsClerk).readMaterial(read)) as ArrayBuffer).byteLength).toBeGreaterThan(0);
    await expect(app.as(world.otherCollegeClerk).readMaterial(read)).rejects.toMatchObject({ status: 404 });
    await expect(app.as(world.other).readMaterial(read)).rejects.toMatchObject({ status: 404 });
  });

  test('a corrected file takes the place of the old one when the list is given back', async () => {
    const clerk = app.as(world.collegeClerk);
    await clerk.requestCorrection({
      params: { id },
      body: { version: 1, items: [{ field: requirementKey, reason: '看不清，请上传 PDF' }] },
    });
    const view = await student().getMyCase({ params: { id } });
    expect(view.correction).toMatchObject({ page: { fields: [] }, requirements: [{ key: requirementKey, files: [] }] });
    const supply = () => student().supplyCorrection({ params: { id }, body: { version: 2, answers: {} } });
    await expect(supply()).rejects.toMatchObject({ status: 422 });
    const at = { params: { id, requirementKey } };
    await expect(
      student().uploadCorrection({ params: { id, requirementKey: 'other' }, form: formWith(pdf(), 'c.pdf') }),
    ).rejects.toMatchObject({ status: 404 });
    const fresh = await student().uploadCorrection({ ...at, form: formWith(pdf(), '清晰.pdf') });
    expect((await clerk.getOfficeCase({ params: { id } })).materials.map(({ name }) => name)).toEqual(['证明.png']);
    expect((await supply()).materials.map((file) => file.id)).toEqual([fresh.id]);
    const after = await clerk.getOfficeCase({ params: { id } });
    expect(after.changes).toMatchObject([{ label: { zh: '医院证明' }, before: '证明.png', after: '清晰.pdf' }]);
    await expect(student().uploadCorrection({ ...at, form: formWith(pdf(), 'd.pdf') })).rejects.toMatchObject({
      status: 409,
    });
  });

  test('a draft that is thrown away takes its files with it', async () => {
    const other = app.as(world.other);
    const { id: draftId } = await other.openDraft({ body: { matterCode: codes.leave } });
    await other.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
    await other.savePage({
      params: { draftId, page: 'reason' },
      body: { answers: { reason: 'illness', from: '2026-03-09' } },
    });
    const file = await other.uploadMaterial({ params: { draftId, requirementKey }, form: formWith(png(), 'x.png') });
    await other.deleteDraft({ params: { draftId } });
    await expect(other.readMaterial({ params: { id: file.id } })).rejects.toMatchObject({ status: 404 });
    expect(await app.call().em.execute('select id from materials where owner_id = ?', [draftId])).toEqual([]);
  });
});
