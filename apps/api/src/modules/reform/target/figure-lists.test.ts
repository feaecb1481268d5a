import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { leaveMatter } from '../../../../../../tests/support/case-world.ts';
import { openTargetDesk, targetOfficer, type TargetDesk } from '../../../../../../tests/support/target-desk.ts';

let desk: TargetDesk;
beforeEach(async () => {
  desk = await openTargetDesk();
});
afterEach(() => desk.app.close());

test('every figure opens the list that it is made of: a target its whole denominator, a side figure what each matter adds', async () => {
  await desk.count('DEMO-CARD', '2026-01', 90);
  await desk.count('DEMO-LEAVE', '2026-01', 10);
  await desk.republish(leaveMatter(), { visitsOnSite: null }, '2026-02-01');
  const reader = desk.app.as(targetOfficer);
  const { targets, side } = await desk.board();
  const { denominator, numerators } = targets.get('2020-a')!.outcome;
  const params = { key: '2020-a' };
  const [one, rest, all] = await Promise.all(
    (['members', 'non-members', 'all'] as const).map((show) => reader.listTargetMatters({ params, query: { show } })),
  );
  expect([one!.items.length, rest!.items.length]).toEqual([numerators[0]!.count, denominator - numerators[0]!.count]);
  expect(all!.items.map(({ code }) => code)).toEqual(
    [...one!.items, ...rest!.items].map(({ code }) => code).sort((a, b) => (a < b ? -1 : 1)),
  );
  for (const { key: figure, part, whole, unknown } of side) {
    const listed = await reader.listFigureMatters({ params: { figure } });
    expect(listed.figure).toEqual({ part, whole, unknown });
    expect(listed.items.reduce((sum, row) => sum + row.part, 0)).toBe(part);
    expect(listed.counts.part).toBe(listed.items.length);
    const silent = await reader.listFigureMatters({ params: { figure }, query: { show: 'unknown' } });
    expect(silent.items).toHaveLength(unknown);
  }
  const page = await reader.listFigureMatters({ params: { figure: 'visits-unknown' }, query: { limit: 1 } });
  expect(page).toMatchObject({ figure: { part: 1, whole: 3 }, items: [{ code: 'DEMO-LEAVE', part: 1, whole: 1 }] });
  const first = await reader.listFigureMatters({
    params: { figure: 'visits-unknown' },
    query: { show: 'rest', limit: 1 },
  });
  const query = { show: 'rest', limit: 1, after: first.next } as const;
  const second = await reader.listFigureMatters({ params: { figure: 'visits-unknown' }, query });
  expect([first.counts.rest, second.items.length, second.next]).toEqual([2, 1, undefined]);
});

test('a target read otherwise opens lists of just so many: what it counts, what is missing, and what it leaves out', async () => {
  await desk.count('DEMO-CARD', '2026-01', 90);
  await desk.republish(leaveMatter(), { visitsOnSite: 2, onlineDepth: 2, visitReason: { zh: '面谈' } }, '2026-02-01');
  const reader = desk.app.as(targetOfficer);
  const seen = new Set<string>();
  for (const key of ['2018-b', '2019H1-a', '2019H1-b', '2019-a', '2019-b', '2020-a']) {
    const { variants } = await reader.getTarget({ params: { key } });
    for (const { differs, value, outcome } of variants) {
      seen.add(differs);
      const lengthOf = async (show: 'members' | 'all' | 'excluded', numerator?: string): Promise<number> => {
        const query = { [differs]: value, show, limit: 100, numerator };
        return (await reader.listTargetMatters({ params: { key }, query })).items.length;
      };
      const counts = await Promise.all(outcome.numerators.map((one) => lengthOf('members', one.key)));
      expect({ key, value, counts, all: await lengthOf('all'), excluded: await lengthOf('excluded') }).toEqual({
        key,
        value,
        counts: outcome.numerators.map(({ count }) => count),
        all: outcome.denominator,
        excluded: outcome.excluded,
      });
    }
  }
  expect([...seen].sort()).toEqual(['audience', 'depth', 'scope', 'special', 'trips']);
});

test('the matters whose guides contradict themselves are listed, as many as the board warns of', async () => {
  const content = leaveMatter();
  const matter = { ...content, summary: { ...content.summary, channels: ['counter' as const] } };
  await desk.republish(matter, { resultDelivery: ['counter'], visitsOnSite: 1 }, '2026-02-01');
  const { warnings } = await desk.board();
  const listed = await desk.app.as(targetOfficer).listFigureMatters({ params: { figure: 'contradictory' } });
  expect(warnings.contradictions).toBe(1);
  expect(listed.items.filter(({ isContradiction }) => isContradiction)).toHaveLength(warnings.contradictions);
  expect(listed.figure.part).toBe(warnings.contradictions);
});

test('what if: each number that a target would have opens the matters that would make it', async () => {
  await desk.republish(leaveMatter(), { visitsOnSite: 3, onlineDepth: 3, visitReason: { zh: '面谈' } }, '2026-02-01');
  const client = desk.app.as(targetOfficer);
  const changes = ['DEMO-LEAVE~visits~2', 'DEMO-CARD~visits~3'];
  const { targets } = await client.getWhatIf({ query: { do: changes } });
  for (const { key, after } of targets)
    for (const numerator of after.numerators) {
      const query = { target: key, numerator: numerator.key, limit: 1 };
      const codesOf = async (show: 'members' | 'non-members' | 'all') => {
        const found: string[] = [];
        for (let last: string | undefined; ;) {
          const part = await client.listWhatIfMatters({ query: { ...query, do: changes, show, after: last } });
          expect(part.outcome).toEqual(after);
          found.push(...part.items.map(({ code }) => code));
          if (part.next === undefined) return found;
          last = part.next;
        }
      };
      const [members, rest] = [await codesOf('members'), await codesOf('non-members')];
      expect(members).toHaveLength(numerator.count);
      expect([...members, ...rest].sort()).toEqual(await codesOf('all'));
    }
  const { items } = await client.listWhatIfMatters({ query: { target: '2019-a', do: changes } });
  expect(items.map(({ code, visits, faults }) => [code, visits, faults])).toEqual([
    ['DEMO-CARD', 3, ['visits-many']],
    ['DEMO-LEAVE', 2, ['visits-many']],
  ]);
  await expect(client.listWhatIfMatters({ query: { target: 'NONE' } })).rejects.toMatchObject({ status: 404 });
});
