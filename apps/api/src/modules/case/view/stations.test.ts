import { describe, expect, test } from '@jest/globals';
import { defaultSpans, makeWorkingCalendar, type CalendarYear } from '@yitang/domain/calendar';
import type { RouteDefinition } from '@yitang/domain/route';
import type { StagedInterval } from '../held-interval.ts';
import { presentStations, type Progress } from './stations.ts';

const stage = (key: string) => ({
  key,
  name: { zh: key },
  join: 'all' as const,
  limitDays: 2,
  tasks: [{ key, post: `post.${key}`, may: [] }],
});
const route: RouteDefinition = { stages: [stage('one'), stage('two')] };
const year: CalendarYear = { year: 2026, version: 1, isPublished: true, daysOff: [], extraWorkdays: [] };
const office = { zone: 'Asia/Shanghai', calendar: makeWorkingCalendar([year]), spans: defaultSpans };
/** Monday the 2nd of March, so many hours after the office has opened. */
const hour = (hours: number): Date => new Date(Date.parse('2026-03-02T00:30:00Z') + hours * 3_600_000);

function interval(of: Partial<StagedInterval> & Pick<StagedInterval, 'startedAt'>): StagedInterval {
  return { kind: 'stage', holder: 'post.one', stage: 0, endedAt: null, isRunning: true, ground: null, ...of };
}

function stations(of: Partial<Progress>) {
  return presentStations({
    status: 'handling',
    stageIndex: 0,
    submittedAt: hour(0),
    decidedAt: null,
    finishedAt: null,
    hasCertificate: false,
    route,
    intervals: [],
    holderOf: (post) => ({ department: '处', post, phone: '1' }),
    moment: { now: hour(2), office },
    locale: 'zh-CN',
    ...of,
  });
}

describe('where a case is (PROG-1, PROG-2)', () => {
  test('working minutes of the post count, those of the applicant do not', () => {
    const [, one] = stations({
      intervals: [
        interval({ kind: 'intake', startedAt: hour(0), endedAt: hour(0.5) }),
        interval({ kind: 'correction', holder: 'applicant', startedAt: hour(0.5), endedAt: hour(1), isRunning: false }),
        interval({ startedAt: hour(1) }),
      ],
    });
    expect(one).toMatchObject({
      state: 'current',
      usedMinutes: 90,
      limitDays: 2,
      stopped: null,
      holder: { post: 'post.one' },
    });
  });

  test('a clock that stands says why: corrections, a named ground, a day that is not worked', () => {
    const correcting = interval({ kind: 'correction', holder: 'applicant', startedAt: hour(1), isRunning: false });
    expect(stations({ status: 'correcting', intervals: [correcting] })[1]?.stopped).toContain('补正');
    const suspended = interval({ kind: 'suspension', startedAt: hour(1), isRunning: false, ground: '公示 5 日' });
    expect(stations({ status: 'suspended', intervals: [suspended] })[1]?.stopped).toBe('公示 5 日');
    const saturday = { now: new Date('2026-03-07T02:00:00Z'), office };
    expect(stations({ intervals: [interval({ startedAt: hour(0) })], moment: saturday })[1]?.stopped).toContain(
      '不是工作日',
    );
  });

  test('in a year that is not published the time used is unknown, not zero', () => {
    const later = { now: new Date('2027-01-04T02:00:00Z'), office };
    expect(stations({ intervals: [interval({ startedAt: hour(0) })], moment: later })[1]?.usedMinutes).toBeNull();
  });

  test('a case that ended early has no stations that it never reached', () => {
    const ended = {
      decidedAt: hour(1),
      finishedAt: hour(1),
      intervals: [interval({ startedAt: hour(0), endedAt: hour(1) })],
    };
    const refused = stations({ status: 'refused', ...ended });
    expect(refused.map(({ key, state, outcome }) => [key, state, outcome])).toEqual([
      ['submitted', 'done', '已收件'],
      ['one', 'done', '不予受理'],
      ['result', 'done', '不予受理'],
    ]);
  });

  test('what was decided at once was checked by the system, and waits for its certificate', () => {
    const instant = { route: { stages: [] }, status: 'approved', decidedAt: hour(0), hasCertificate: true } as const;
    expect(stations(instant).map(({ key, state, name }) => [key, state, name.zh])).toEqual([
      ['submitted', 'done', '提交申请'],
      ['check', 'done', '系统自动核验'],
      ['result', 'current', '出具证明'],
    ]);
  });

  test('an English reader reads English', () => {
    expect(
      stations({ locale: 'en', status: 'delivered', stageIndex: 1, decidedAt: hour(1), finishedAt: hour(1) }).at(-1)
        ?.outcome,
    ).toBe('Delivered');
  });

  test('a case that was handed in at a window names the department that handled it, not a check by machine', () => {
    const counter = { department: '教务处', post: '', phone: '0571' };
    const intervals = [
      interval({ kind: 'intake', holder: 'department:d', startedAt: hour(0), endedAt: hour(1) }),
      interval({ holder: 'department:d', startedAt: hour(1), endedAt: hour(2) }),
    ];
    const ended = { status: 'delivered', decidedAt: hour(2), finishedAt: hour(2) } as const;
    const [, handled] = stations({ ...ended, route: { stages: [] }, office: counter, intervals });
    expect(handled).toMatchObject({
      key: 'office',
      state: 'done',
      holder: counter,
      usedMinutes: 120,
      outcome: '已送达',
    });
  });
});
