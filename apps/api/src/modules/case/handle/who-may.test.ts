import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiError } from '@yitang/contract';
import { codes, makeCaseWorld, places, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { applicant, staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { PostHolder } from '../../organization/organization.entity.ts';

let app: TestApp;
let world: CaseWorld;
let id: string;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  id = await leave(world.student, 'who-may-1');
});
afterAll(() => app.close());

async function leave(who: CaseWorld['student'], idempotencyKey: string): Promise<string> {
  const person = app.as(who);
  const { id: draftId } = await person.openDraft({ body: { matterCode: codes.leave } });
  await person.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  const answers = { reason: 'other', explanation: '家里有事走不开', from: '2026-03-09' };
  await person.savePage({ params: { draftId, page: 'reason' }, body: { answers } });
  await person.savePage({
    params: { draftId, page: 'contact' },
    body: { answers: { phone: '13800138000', consent: true } },
  });
  return (await person.submitDraft({ params: { draftId }, body: {}, idempotencyKey })).caseId;
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiError ? error.problem.code : String(error)),
  );
const auditOf = async (principal: { personId?: string | undefined }, action: string) =>
  app
    .call()
    .em.execute<{ outcome: string; kind: string; after: string | null }[]>(
      'select outcome, kind, after from audit_entries where actor = ? and action = ? order by id',
      [`person:${principal.personId}`, action],
    );

describe('who may see and do what (R-AUTHZ-2)', () => {
  test('another person’s case is not there for an applicant, whatever they try, and each try is logged', async () => {
    const other = app.as(world.other);
    const at = { params: { id } };
    expect(await codeOf(other.getMyCase(at))).toBe('record.not-found');
    expect(await codeOf(other.withdrawCase({ ...at, body: { version: 1 } }))).toBe('record.not-found');
    expect(await codeOf(other.supplyCorrection({ ...at, body: { version: 1, answers: {} } }))).toBe('record.not-found');
    expect(await codeOf(other.rateCase({ ...at, body: { level: 1 } }))).toBe('record.not-found');
    expect(await auditOf(world.other, 'withdrawCase')).toMatchObject([{ outcome: 'refused' }]);
    expect(await auditOf(world.other, 'getMyCase')).toMatchObject([{ outcome: 'refused' }]);
  });

  test('posts of other departments do not find it; later stages see it, and act only when it is theirs', async () => {
    const at = { params: { id } };
    expect(await codeOf(app.as(world.otherCollegeClerk).getOfficeCase(at))).toBe('record.not-found');
    expect(await codeOf(app.as(world.otherCollegeClerk).acceptCase({ ...at, body: { version: 1 } }))).toBe(
      'record.not-found',
    );
    const ahead = await app.as(world.registryClerk).getOfficeCase(at);
    expect(ahead.availableActions).toEqual([]);
    expect(await codeOf(app.as(world.registryClerk).acceptCase({ ...at, body: { version: 1 } }))).toBe(
      'case.not-holder',
    );
  });

  test('a grant of another scope, or a post that has ended, opens nothing', async () => {
    const [holder] = await app
      .call()
      .em.execute<{ person_id: string }[]>('select person_id from post_holders where post_id = ?', [
        places.collegePost,
      ]);
    const elsewhere = staff('clerk', 'department', places.affairs, { personId: holder?.person_id ?? '' });
    expect(await codeOf(app.as(elsewhere).getOfficeCase({ params: { id } }))).toBe('record.not-found');
    expect((await app.as(elsewhere).listInbox({})).items).toEqual([]);
    const { personId } = await makePerson(app.deps, { kind: 'staff', departmentId: places.college });
    const past = { id: newId(), postId: places.collegePost, personId, fromDay: '2020-01-01', untilDay: '2026-03-01' };
    await app.call().em.insert(PostHolder, past);
    const former = staff('clerk', 'department', places.college, { personId });
    expect((await app.as(former).listInbox({})).items).toEqual([]);
  });

  test('the head of the department that offers the matter sees it, and acts where a post of the department holds it', async () => {
    const at = { params: { id } };
    expect((await app.as(world.registryHead).getOfficeCase(at)).availableActions).toEqual([]);
    const collegeHead = staff('head', 'department', places.college, { displayName: '院长' });
    expect((await app.as(collegeHead).listInbox({})).items.map((row) => row.id)).toContain(id);
    expect((await app.as(collegeHead).getOfficeCase(at)).availableActions).toContain('accept');
  });

  test('nobody handles their own case (回避)', async () => {
    const own = staff('clerk', 'department', places.college, { personId: world.student.personId ?? '' });
    const held = {
      id: newId(),
      postId: places.collegePost,
      personId: own.personId ?? '',
      fromDay: '2020-01-01',
      untilDay: null,
    };
    await app.call().em.insert(PostHolder, held);
    expect((await app.as(own).getOfficeCase({ params: { id } })).availableActions).toEqual([]);
    expect(await codeOf(app.as(own).acceptCase({ params: { id }, body: { version: 1 } }))).toBe('access.denied');
  });
});

describe('what is personal stays masked until somebody says why (R-AUD-2)', () => {
  test('a masked value is shown with its purpose, and the look is recorded with both', async () => {
    const clerk = app.as(world.collegeClerk);
    const reveal = (...fields: string[]) =>
      clerk.revealFields({ params: { id }, body: { fields, purpose: '联系申请人核实情况' } });
    expect((await reveal('applicant.phone')).values).toEqual([{ field: 'applicant.phone', value: '13800138000' }]);
    expect((await reveal('answers.explanation', 'applicant.idNumber')).values).toEqual([
      { field: 'answers.explanation', value: '家里有事走不开' },
      { field: 'applicant.idNumber', value: '330102200001011230' },
    ]);
    const looks = await auditOf(world.collegeClerk, 'case.reveal');
    expect(looks.map(({ kind, after }) => [kind, JSON.parse(after ?? '{}') as unknown])).toEqual([
      ['read', { purpose: '联系申请人核实情况', fields: ['applicant.phone'] }],
      ['read', { purpose: '联系申请人核实情况', fields: ['answers.explanation', 'applicant.idNumber'] }],
    ]);
    expect(await codeOf(reveal('applicant.phone', 'answers.reason'))).toBe('record.not-found');
    expect(await codeOf(reveal('answers.constructor'))).toBe('record.not-found');
  });

  test('each look at a case leaves one line', async () => {
    const before = (await auditOf(world.affairsClerk, 'case.read')).length;
    await app.as(world.affairsClerk).getOfficeCase({ params: { id } });
    expect(await auditOf(world.affairsClerk, 'case.read')).toHaveLength(before + 1);
  });

  test('R-DATA-2: answers are nowhere in the tables in clear', async () => {
    const em = app.call().em;
    for (const sql of [
      'select answers as v from cases',
      'select answers as v from case_drafts',
      'select details as v from case_events',
    ]) {
      const rows = await em.execute<{ v: string }[]>(sql);
      expect(rows.map(({ v }) => v).join('\n')).not.toMatch(/13800138000|家里有事/);
    }
  });
});

describe('refusals tell everything at once', () => {
  test('a decision against needs words; a second round of corrections needs its reason', async () => {
    const person = applicant({ personId: world.other.personId, displayName: '李四' });
    const caseId = await leave(person, 'who-may-2');
    const clerk = app.as(world.collegeClerk);
    const at = { params: { id: caseId } };
    const bare = clerk.refuseCase({ ...at, body: { version: 1, reason: ' ', basis: '' } });
    expect(await codeOf(bare)).toBe('request.invalid');
    const items = [{ field: 'explanation', reason: '请写明时间' }];
    expect(
      await codeOf(
        clerk.requestCorrection({ ...at, body: { version: 1, items: [{ field: 'name', reason: '姓名不对' }] } }),
      ),
    ).toBe('request.invalid');
    const asked = await clerk.requestCorrection({ ...at, body: { version: 1, items } });
    const locked = app
      .as(person)
      .supplyCorrection({ ...at, body: { version: 2, answers: { explanation: '三月至六月', reason: 'illness' } } });
    expect(await codeOf(locked)).toBe('case.incomplete');
    expect(await codeOf(app.as(person).supplyCorrection({ ...at, body: { version: 2, answers: {} } }))).toBe(
      'case.incomplete',
    );
    await app
      .as(person)
      .supplyCorrection({ ...at, body: { version: asked.version, answers: { explanation: '三月至六月' } } });
    const again = { version: asked.version + 1, items };
    expect(await codeOf(clerk.requestCorrection({ ...at, body: again }))).toBe('case.second-correction');
    const reasoned = await clerk.requestCorrection({ ...at, body: { ...again, secondRoundReason: '首次未发现' } });
    expect(reasoned.correctionRounds).toBe(2);
    const withdrawn = await app
      .as(person)
      .withdrawCase({ ...at, body: { version: reasoned.version, reason: '不休学了' } });
    expect(withdrawn).toMatchObject({ status: 'withdrawn', correction: null, availableActions: [] });
    expect(withdrawn.stations.map(({ key, state }) => [key, state])).toEqual([
      ['submitted', 'done'],
      ['college', 'done'],
      ['result', 'done'],
    ]);
  });
});
