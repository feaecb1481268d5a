import { addDays, startOfDay } from '@yitang/domain/calendar';
import {
  decideCombing,
  decideEdition,
  makeLine,
  powerCode,
  standingOf,
  type Combing,
  type LineLink,
  type Power as PowerState,
} from '@yitang/domain/power';
import type { CivilDate, FilingStatus } from '@yitang/domain/vocabulary';
import { insertEdition } from '../../../../modules/catalog/index.ts';
import { Power, PowerCounter, PowerDecision, PowerLink } from '../../../../modules/catalog/power/power.entity.ts';
import { PowerFiling, PowerRound } from '../../../../modules/catalog/power/round.entity.ts';
import { demoUniversity } from '../organization/index.ts';
import { demoPersonas } from '../people/personas.ts';
import { demoPowers, filingDepartments } from '../powers/index.ts';
import { onlineSince, type LoadContext } from './load-context.ts';

const officer = demoPersonas.find(({ key }) => key === 'reform-officer')?.name ?? '';
const reason = '对照职责和办事实际逐条梳理（演示数据）';
const documents = '校改革办纪要（示例）';

/** A fifth entry of a department is new in the round that is open. */
const isNew = (code: string): boolean => code.endsWith('5');

/**
 * The list of a year ago with what was merged, split, handed down and cancelled on its way, and a round that is just over
 * its due day: most have filed, some late, some not at all, and a part is combed.
 */
export async function loadPowers(context: LoadContext): Promise<void> {
  const bench = new Bench(context);
  const { referenceDate, ids } = context;
  const since = onlineSince(referenceDate);
  bench.day = addDays(since, -20);
  for (const { code, departmentCode, content } of demoPowers.filter((power) => !isNew(power.code)))
    bench.enter({ code, departmentId: ids.of('department', departmentCode), content });
  for (const wanted of combedThen(ids.of('department', '130'))) bench.comb(wanted);
  for (const { code } of filingDepartments) bench.keepAllOf(ids.of('department', code));
  const decided = bench.decideEdition(since);
  bench.day = addDays(referenceDate, -20);
  for (const { code, departmentCode, content } of demoPowers.filter((power) => isNew(power.code)))
    bench.enter({ code, departmentId: ids.of('department', departmentCode), content });
  const published = bench.decisions.length;
  for (const wanted of combedNow) bench.comb(wanted);
  await bench.write(published);
  const facts = { number: 1, title: '小微权力清单（演示数据）', effectiveFrom: since, publishedBy: officer };
  await insertEdition(context.em, { ...facts, publishedAt: startOfDay(since, demoUniversity.timeZone) }, decided);
  await context.em.insertMany(PowerDecision, bench.decisions.slice(published));
  await loadRounds(context, since);
}

const combedThen = (colleges: string): Combing[] => [
  { action: 'merge', codes: [powerCode('105', 2), powerCode('105', 3)], name: '本科生学籍与修读异动审批' },
  { action: 'merge', codes: [powerCode('119', 2), powerCode('119', 3)], name: '师生网络服务开通审核' },
  { action: 'split', codes: [powerCode('107', 1)], names: ['资助物资发放审核', '勤工助学岗位审核'] },
  { action: 'hand-down', codes: [powerCode('109', 2)], to: { departmentId: colleges, office: '学院团委', post: null } },
  { action: 'cancel', codes: [powerCode('103', 4)] },
];

/** Not public yet, so it can still be undone. */
const combedNow: Combing[] = [
  { action: 'merge', codes: [powerCode('110', 1), powerCode('110', 5)], name: '毕业去向登记与审核' },
  { action: 'cancel', codes: [powerCode('121', 5)] },
  { action: 'keep', codes: [powerCode('106', 5), powerCode('111', 5)] },
];

type Entered = Pick<PowerState, 'code' | 'departmentId' | 'content'>;

/** Combs in memory by the same rules as the reform office, then writes everything at once. */
class Bench {
  readonly #context: LoadContext;
  readonly #powers = new Map<string, PowerState & { readonly day: CivilDate }>();
  readonly #links: (LineLink & { readonly decisionId: string })[] = [];
  readonly #last = new Map<string, number>();
  readonly decisions: PowerDecision[] = [];
  day: CivilDate = '';

  constructor(context: LoadContext) {
    this.#context = context;
    // New entries get the numbers after those that are derived from matters.
    for (const { departmentCode } of demoPowers) this.#last.set(departmentCode, 5);
  }

  enter(power: Entered): void {
    this.#powers.set(power.code, { ...power, status: 'entered', decisionId: null, day: this.day });
  }

  keepAllOf(departmentId: string): void {
    const codes = [...this.#powers.values()]
      .filter((power) => power.departmentId === departmentId && power.status === 'entered')
      .map(({ code }) => code);
    if (codes.length > 0) this.comb({ action: 'keep', codes });
  }

  comb(wanted: Combing): void {
    const id = this.#context.ids.other(`power-decision/${this.decisions.length}`);
    const decided = decideCombing(wanted, { powers: this.#powers, stillFiling: new Set() }, { id, documents });
    if (!decided.ok) throw new RangeError(`the demo cannot ${wanted.action} ${wanted.codes.join(', ')}`);
    for (const { code, after } of decided.steps) {
      const before = this.#powers.get(code);
      if (before === undefined) continue;
      const { office, post, ...standing } = after;
      this.#powers.set(code, { ...before, ...standing, content: { ...before.content, office, post } });
    }
    const made = decided.made.map((one) => {
      const code = this.#nextCode(wanted.codes[0] ?? '');
      this.#powers.set(code, { ...one, code, status: 'kept', decisionId: id, day: this.day });
      this.#links.push(...decided.steps.map((step) => ({ from: step.code, to: code, decisionId: id })));
      return code;
    });
    this.decisions.push({
      ...{ id, action: wanted.action, reason, documents, steps: [...decided.steps], made },
      ...{ at: this.#at(), byName: officer, byPerson: 'seed', undoneAt: null, edition: null },
    });
  }

  decideEdition(effectiveFrom: CivilDate) {
    const wish = { effectiveFrom, today: this.day, previous: null };
    const decided = decideEdition([...this.#powers.values()], makeLine(this.#links), wish);
    if (!decided.ok) throw new RangeError('the demo has no list');
    return decided.entries;
  }

  async write(published: number): Promise<void> {
    const { em, ids } = this.#context;
    const rows = [...this.#powers.values()].map((power) => ({
      id: ids.other(`power/${power.code}`),
      ...{ code: power.code, departmentId: power.departmentId, status: power.status, content: power.content },
      ...{ name: power.content.name, decisionId: standingOf(power).decisionId, listedIn: null, revision: 1 },
      ...{ createdAt: this.#at(power.day), updatedAt: this.#at(power.day), updatedBy: '演示数据' },
    }));
    await em.insertMany(Power, rows);
    await em.insertMany(
      PowerLink,
      this.#links.map(({ from, to, decisionId }) => ({ fromCode: from, toCode: to, decisionId })),
    );
    await em.insertMany(PowerDecision, this.decisions.slice(0, published));
    await em.insertMany(
      PowerCounter,
      [...this.#last].map(([part, lastNumber]) => ({ part, lastNumber })),
    );
  }

  #nextCode(code: string): string {
    const part = code.slice(3, 6);
    const number = (this.#last.get(part) ?? 0) + 1;
    this.#last.set(part, number);
    return powerCode(part, number);
  }

  #at(day = this.day): Date {
    return new Date(startOfDay(day, demoUniversity.timeZone).getTime() + 9 * 3_600_000);
  }
}

/** Of the round that is open, by department; the others are accepted. */
const states: Readonly<
  Record<string, { readonly status: FilingStatus; readonly filed?: number; readonly note?: string }>
> = {
  104: { status: 'filed', filed: -5 },
  112: { status: 'filed', filed: -4 },
  116: { status: 'returned', filed: -6, note: '请补充动火作业审批的依据条款（示例）' },
  117: { status: 'accepted', filed: -1 },
  125: { status: 'filed', filed: -1 },
  123: { status: 'open' },
  127: { status: 'open' },
  129: { status: 'open' },
};

async function loadRounds({ em, ids, referenceDate }: LoadContext, since: CivilDate): Promise<void> {
  const at = (day: CivilDate): Date => startOfDay(day, demoUniversity.timeZone);
  const round = (key: string, title: string, [opensOn, dueOn]: [CivilDate, CivilDate]) => ({
    ...{ id: ids.other(`power-round/${key}`), title: `${title}（演示数据）`, opensOn, dueOn },
    ...{ createdAt: at(opensOn), createdBy: officer },
  });
  const first = round('first', '首轮小微权力梳理', [addDays(since, -60), addDays(since, -30)]);
  const current = round('current', '年度小微权力清单调整', [addDays(referenceDate, -30), addDays(referenceDate, -3)]);
  await em.insertMany(PowerRound, [
    { ...first, status: 'closed' },
    { ...current, status: 'open' },
  ]);
  const filing = (of: { id: string }, code: string, filed: CivilDate | null) => ({
    ...{ id: ids.other(`power-filing/${of.id}/${code}`), roundId: of.id, departmentId: ids.of('department', code) },
    ...{ firstFiledOn: filed, revision: 1, updatedAt: at(filed ?? current.opensOn) },
  });
  await em.insertMany(
    PowerFiling,
    filingDepartments.flatMap(({ code }) => {
      const { status, filed, note = null } = states[code] ?? { status: 'accepted' as const, filed: -8 };
      const day = filed === undefined ? null : addDays(referenceDate, filed);
      return [
        { ...filing(first, code, addDays(since, -35)), status: 'accepted' as const, note: null, openKey: null },
        { ...filing(current, code, day), status, note, openKey: ids.of('department', code) },
      ];
    }),
  );
}
