import { describe, expect, test } from '@jest/globals';
import { noticeKinds, sayNotice } from './notice-words.ts';

const facts = {
  number: 'YT20261123000042X',
  matterName: '全日制本科生转专业申请（跨学院）',
  dueDate: '2026-11-30',
  count: 3,
};

describe.each(noticeKinds)('the words of %s', (kind) => {
  test('fit into an SMS of 70 characters with a long name in them (NOTI-2)', () => {
    expect([...sayNotice(kind, facts, 'zh-CN').text].length).toBeLessThanOrEqual(70);
  });

  test.each(['zh-CN', 'en'] as const)('leave no gap in %s', (locale) => {
    const { title, text } = sayNotice(kind, facts, locale);
    expect(title).not.toBe('');
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });
});

test('a due date that waits for the calendar is said so', () => {
  expect(sayNotice('case-accepted', { number: facts.number }, 'zh-CN').text).toContain('待校历公布');
});

test('what a name holds is never read as a place for another fact', () => {
  expect(sayNotice('case-accepted', { ...facts, matterName: '{number}{due}' }, 'zh-CN').text).toContain(
    '“{number}{due}”',
  );
});
