import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { powerStatuses } from '../vocabulary/index.ts';
import { decideCombing, decideUndo, type Combing, type PowerStep, type TakenDecision } from './combing.ts';
import { makeLine, type LineLink } from './line.ts';
import { hasEnded, isListed, nextPowerStatus, powerCode, type Power, type PowerContent } from './power-content.ts';

const content: PowerContent = {
  name: '学生证补办审核',
  basis: [{ title: '学生管理规定' }],
  office: '学籍科',
  post: null,
  exercise: '受理、核对、发证',
  audiences: ['student'],
  source: 'own',
  risks: null,
};
const power = (code: string, more: Partial<Power> = {}): Power => ({
  code,
  departmentId: 'd1',
  status: 'entered',
  content: { ...content, name: code },
  decisionId: null,
  ...more,
});
const of = (...powers: Power[]) => new Map(powers.map((one) => [one.code, one]));
const resolution = { id: 'one', documents: '校发〔2026〕5号' };
const nobody = new Set<string>();
const codesOf = (answer: ReturnType<typeof decideCombing>) =>
  answer.ok ? [] : answer.refusals.map(({ code, subject }) => [code, subject].filter(Boolean).join(' '));

describe('combing', () => {
  test('what has ended or was withdrawn is not combed again', () => {
    for (const status of powerStatuses.filter((one) => hasEnded(one) || one === 'withdrawn')) {
      for (const action of ['keep', 'merge', 'split', 'hand-down', 'cancel', 'change'] as const)
        expect(nextPowerStatus(status, action)).toBeUndefined();
    }
    expect(powerStatuses.filter(isListed)).toEqual(['kept', 'handed-down']);
  });

  test('merging makes one entry that has the bases and audiences of all', () => {
    const other = power('B', {
      content: {
        ...content,
        basis: [{ title: '校园卡办法', docNo: '校发〔2018〕1号' }],
        audiences: ['teacher', 'student'],
      },
    });
    const decided = decideCombing(
      { action: 'merge', codes: ['A', 'B'], name: '证件补办' },
      { powers: of(power('A'), other), stillFiling: nobody },
      resolution,
    );
    expect(decided).toMatchObject({
      ok: true,
      steps: [
        { code: 'A', after: { status: 'merged' } },
        { code: 'B', after: { status: 'merged' } },
      ],
      made: [{ content: { name: '证件补办', audiences: ['student', 'teacher'] } }],
    });
    expect(decided.ok && decided.made[0]?.content.basis.map(({ title }) => title)).toEqual([
      '学生管理规定',
      '校园卡办法',
    ]);
  });

  test('handing down changes the holder and keeps code and name', () => {
    const to = { departmentId: 'college', office: null, post: '教务秘书' };
    expect(
      decideCombing(
        { action: 'hand-down', codes: ['A'], to },
        { powers: of(power('A')), stillFiling: nobody },
        resolution,
      ),
    ).toMatchObject({ steps: [{ code: 'A', after: { status: 'handed-down', ...to } }], made: [] });
  });

  test('every fault is named at once', () => {
    const powers = of(
      power('A', { content: { ...content, basis: [] } }),
      power('B', { status: 'merged' }),
      power('C', { departmentId: 'd2' }),
    );
    const state = { powers, stillFiling: new Set(['d2']) };
    expect(codesOf(decideCombing({ action: 'keep', codes: ['A', 'B', 'C', 'D'] }, state, resolution))).toEqual([
      'power.no-basis A',
      'power.wrong-status B',
      'power.not-accepted C',
      'power.unknown D',
    ]);
    expect(codesOf(decideCombing({ action: 'merge', codes: ['C', 'C'], name: 'x' }, state, resolution))).toEqual([
      'power.not-accepted C',
      'merge.too-few',
    ]);
    const split = { action: 'split', codes: ['A', 'C'], names: ['x', 'x'] } as const;
    expect(codesOf(decideCombing(split, { powers, stillFiling: nobody }, resolution))).toEqual([
      'power.no-basis A',
      'split.one-at-a-time',
      'split.same-name',
    ]);
  });

  test('whatever changes the list needs a document; keeping does not', () => {
    const to = { departmentId: 'college', office: null, post: null };
    const wishes: Combing[] = [
      { action: 'keep', codes: ['A'] },
      { action: 'merge', codes: ['A', 'B'], name: 'x' },
      { action: 'split', codes: ['A'], names: ['x', 'y'] },
      { action: 'hand-down', codes: ['A'], to },
      { action: 'cancel', codes: ['A'] },
    ];
    const state = { powers: of(power('A'), power('B')), stillFiling: nobody };
    for (const documents of [null, '  '])
      expect(wishes.map((wanted) => codesOf(decideCombing(wanted, state, { id: 'one', documents })))).toEqual([
        [],
        ...Array.from({ length: 4 }, () => ['power.no-document']),
      ]);
    expect(wishes.every((wanted) => decideCombing(wanted, state, resolution).ok)).toBe(true);
  });

  test('a decision that is public, undone or built upon is not undone', () => {
    const taken: TakenDecision = { id: 'one', steps: [], made: ['B'], isUndone: false, edition: null };
    expect(decideUndo({ ...taken, edition: 3 }, of(power('B', { decisionId: 'two' })))).toMatchObject({
      refusals: [{ code: 'decision.published' }, { code: 'decision.built-upon', subject: 'B' }],
    });
    expect(decideUndo({ ...taken, isUndone: true }, of())).toMatchObject({ refusals: [{ code: 'decision.undone' }] });
  });

  test('codes have three digits of the department and four of the entry', () => {
    expect([powerCode('105', 3), powerCode('college', 12345)]).toEqual(['QL-105-0003', 'QL-000-12345']);
  });
});

/** The bench in memory: entries, links and decisions, as the tables keep them. */
class Bench {
  powers = of(...['A', 'B', 'C', 'D', 'E', 'F'].map((code) => power(code)));
  links: LineLink[] = [];
  readonly taken: TakenDecision[] = [];

  apply(steps: readonly PowerStep[]): void {
    for (const { code, after } of steps) {
      const before = this.powers.get(code)!;
      const { status, decisionId, departmentId, office, post } = after;
      this.powers.set(code, {
        ...before,
        status,
        decisionId,
        departmentId,
        content: { ...before.content, office, post },
      });
    }
  }

  comb(wanted: Combing): void {
    const id = `decision-${this.taken.length}`;
    const decided = decideCombing(wanted, { powers: this.powers, stillFiling: nobody }, { id, documents: '纪要' });
    if (!decided.ok) return;
    this.apply(decided.steps);
    const made = decided.made.map((one, index) => {
      const code = `${id}/${index}`;
      this.powers.set(code, { ...one, code, status: 'kept', decisionId: id });
      this.links.push(...decided.steps.map((step) => ({ from: step.code, to: code })));
      return code;
    });
    this.taken.push({ id, steps: decided.steps, made, isUndone: false, edition: null });
  }

  undoLast(): void {
    const last = this.taken.pop()!;
    const undone = decideUndo(last, this.powers);
    if (!undone.ok) throw new Error('the last decision can always be undone');
    this.apply(undone.steps);
    for (const code of undone.withdrawn) {
      this.powers.delete(code);
      this.links = this.links.filter(({ to }) => to !== code);
    }
  }
}

const wish = fc.record({
  action: fc.constantFrom('keep', 'cancel', 'merge', 'split', 'hand-down'),
  picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
});

property('the line is kept both ways, and undoing all decisions gives back what was', fc.array(wish), (wishes) => {
  const bench = new Bench();
  const before = structuredClone(bench.powers);
  wishes.forEach(({ action, picks }, turn) => {
    const known = [...bench.powers.keys()];
    const codes = picks.map((pick) => known[pick % known.length]!);
    const names = picks.map((_, index) => `${turn}-${index}`);
    const to = { departmentId: `d${turn}`, office: null, post: null };
    bench.comb({
      action,
      codes: action === 'split' ? codes.slice(0, 1) : codes,
      names,
      name: `${turn}`,
      to,
    });
  });
  const line = makeLine(bench.links);
  for (const a of bench.powers.values()) {
    for (const b of line.successorsOf(a.code)) expect(line.predecessorsOf(b)).toContain(a.code);
    for (const b of line.predecessorsOf(a.code)) expect(line.successorsOf(b)).toContain(a.code);
    const leadsOn = a.status === 'merged' || a.status === 'split';
    expect(line.successorsOf(a.code).length > 0).toBe(leadsOn);
    for (const heir of line.heirsOf(a.code)) expect(line.successorsOf(heir)).toEqual([]);
  }
  while (bench.taken.length > 0) bench.undoLast();
  expect(bench.powers).toEqual(before);
  expect(bench.links).toEqual([]);
});
