import { describe, expect, test } from '@jest/globals';
import { deputyIssues, type DeputyFacts, type Deputyship } from './deputy.ts';

const wanted: Deputyship = { absentId: 'wang', deputyId: 'li', fromDay: '2026-03-09', untilDay: '2026-03-13' };
const facts: DeputyFacts = {
  today: '2026-03-02',
  holders: new Set(['wang', 'li', 'zhao']),
  staff: new Set(['wang', 'li', 'zhao']),
  known: [],
};
const faults = (over: Partial<Deputyship>, known: readonly Deputyship[] = []) =>
  deputyIssues({ ...wanted, ...over }, { ...facts, known }).map(({ field, code }) => `${field} ${code}`);

describe('a deputy (INBX-6)', () => {
  test('is named for days to come, for today, and for days that have begun', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ fromDay: '2026-02-27', untilDay: '2026-03-02' })).toEqual([]);
  });

  test('every fault is told at once', () => {
    expect(faults({ absentId: 'nobody', deputyId: '', fromDay: '', untilDay: '2026-02-30' })).toEqual([
      'absentId absent-unknown',
      'deputyId deputy-unknown',
      'fromDay from-missing',
      'untilDay until-missing',
    ]);
  });

  test.each([
    [{ deputyId: 'wang' }, 'deputyId same-person'],
    [{ fromDay: '2026-02-01', untilDay: '2026-03-01' }, 'untilDay until-past'],
    [{ fromDay: '2026-03-14' }, 'untilDay until-before-from'],
    [{ untilDay: '2027-03-10' }, 'untilDay too-long'],
  ])('%j is refused', (over, fault) => {
    expect(faults(over)).toEqual([fault]);
  });

  test('no day has two deputies for one person, and no deputy is away', () => {
    const same = { ...wanted, deputyId: 'zhao', fromDay: '2026-03-13', untilDay: '2026-03-20' };
    expect(faults({}, [same])).toEqual(['absentId already-deputised']);
    expect(faults({}, [{ ...same, fromDay: '2026-03-14' }])).toEqual([]);
    expect(faults({}, [{ ...same, absentId: 'li' }])).toEqual(['deputyId deputy-is-absent']);
    expect(faults({}, [{ ...same, absentId: 'zhao', deputyId: 'wang' }])).toEqual(['absentId absent-is-deputy']);
  });
});
