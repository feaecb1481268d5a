import { expect, test } from '@jest/globals';
import { actionChoices, actionWord } from './action-words.ts';
import { jobWord } from '#lib/shell/job-words.ts';
import { changeText } from './change-words.ts';
import { actorText, exactTime, targetText } from './audit-words.ts';
import { auditHref, isFiltered, readFilter } from './audit-filter.ts';

test('a filter is in the address, and an empty box is no filter', () => {
  const filter = readFilter(new URLSearchParams('action=case.pass&target=&actor= x &after=9'));
  expect(filter).toEqual({ action: 'case.pass', actor: 'x' });
  expect(auditHref(filter)).toBe('/supervision?action=case.pass&actor=x');
  expect(auditHref(filter, '9')).toBe('/supervision?action=case.pass&actor=x&after=9');
  expect(auditHref({})).toBe('/supervision');
});

test('a name alone filters nothing', () => {
  expect([isFiltered({ name: '李四' }), isFiltered({ actor: 'x', name: '李四' })]).toEqual([false, true]);
});

test('an act without a word is shown by its code and can be chosen', () => {
  expect([actionWord('case.pass'), actionWord('case.sing')]).toEqual(['转下一环节', 'case.sing']);
  expect(actionChoices('case.sing').at(-1)).toEqual({ value: 'case.sing', label: 'case.sing' });
  expect(actionChoices('case.pass').filter(({ value }) => value === 'case.pass')).toHaveLength(1);
});

test('what was acted on and who acted are told in short words', () => {
  expect(targetText('case:01935490-0400-715d-b7d1-18e9256b1f85')).toBe('办件 …6b1f85');
  expect(targetText('import:people')).toBe('导入 people');
  expect(targetText('robot:7')).toBe('robot 7');
  expect(targetText('all')).toBe('all');
  expect(targetText('endpoint:getMyCase/01935490-0400-715d-b7d1-18e9256b1f85')).toBe('接口 getMyCase/…6b1f85');
  expect(actionWord('getMyCase')).toBe('请求接口');
  expect(actorText('client:system:notice.send')).toEqual({ kind: 'system', name: 'notice.send' });
  expect(actorText('client:01935490-0400-715d-b7d1-18e9256b1f85')).toEqual({
    kind: 'program',
    name: '接入系统 …6b1f85',
  });
  expect(actorText('anonymous').kind).toBe('nobody');
  expect(actorText('李四')).toEqual({ kind: 'person', name: '李四' });
});

test('the time is told to the second in the zone of the university', () => {
  expect(exactTime('2026-11-23T16:05:09Z', 'Asia/Shanghai')).toBe('2026-11-24 00:05:09');
});

test('a change is told in words; what has none keeps its name, and a fingerprint is shown by its beginning', () => {
  const text = (field: string, before: string | null, after: string | null) => changeText({ field, before, after });
  expect(text('status', 'submitted', 'handling')).toBe('状态：待受理 → 办理中');
  expect(text('isSent', null, 'true')).toBe('已发出：是');
  expect(text('requirement', 'photo', null)).toBe('材料要求：photo → 无');
  expect(text('fields', null, '["applicant.phone","answers.reason"]')).toBe('字段：applicant.phone、answers.reason');
  expect(text('name', null, '[校外] 访客')).toBe('名称：[校外] 访客');
  expect(text('counts', null, '[{"rows":1}]')).toBe('数量：[{"rows":1}]');
  expect(text('sha256', null, 'ab'.repeat(32))).toBe('文件指纹：abababababab…');
  expect(text('toString', null, 'constructor')).toBe('toString：constructor');
});

test('what the system does by itself has a word', () => {
  expect(['cron:draft.purge', 'notice.send', 'new.kind'].map(jobWord)).toEqual([
    '清理过期草稿',
    '发送站内消息',
    'new.kind',
  ]);
});
