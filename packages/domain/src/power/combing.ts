import type { CombingAction, PowerStatus } from '../vocabulary/index.ts';
import {
  nextPowerStatus,
  refusePower,
  type Power,
  type PowerContent,
  type PowerRefusal,
  type PowerRefused,
} from './power-content.ts';

/** Who holds it from now on. */
export interface Holder {
  readonly departmentId: string;
  readonly office: string | null;
  readonly post: string | null;
}

/** What the reform office wants done with entries, by their codes. */
export type Combing =
  | { readonly action: 'keep' | 'cancel'; readonly codes: readonly string[] }
  | { readonly action: 'hand-down'; readonly codes: readonly string[]; readonly to: Holder }
  | { readonly action: 'merge'; readonly codes: readonly string[]; readonly name: string }
  | { readonly action: 'split'; readonly codes: readonly string[]; readonly names: readonly string[] };

/** The decision itself. */
export interface Resolution {
  readonly id: string;
  /** What the document that it rests on is called; null or blank: none was named. */
  readonly documents: string | null;
}

export interface CombingState {
  readonly powers: ReadonlyMap<string, Power>;
  /** Ids of departments that are still filing: what they enter is not combed yet. */
  readonly stillFiling: ReadonlySet<string>;
}

/** What a decision does to one entry, with what it was before, so that it can be undone. */
export interface PowerStep {
  readonly code: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** All of an entry that a decision can change. */
export interface Standing extends Holder {
  readonly status: PowerStatus;
  readonly decisionId: string | null;
}

export interface NewPower {
  readonly departmentId: string;
  readonly content: PowerContent;
}

export interface CombingDecision {
  readonly ok: true;
  readonly action: CombingAction;
  readonly steps: readonly PowerStep[];
  /** Entries that come of it; the line leads from each of the others to each of these. */
  readonly made: readonly NewPower[];
}

export function standingOf({ status, decisionId, departmentId, content }: Power): Standing {
  return { status, decisionId, departmentId, office: content.office, post: content.post };
}

/** Keeps, merges, splits, hands down or cancels entries; with one that may not, none is. */
export function decideCombing(
  wanted: Combing,
  state: CombingState,
  { id: decisionId, documents }: Resolution,
): CombingDecision | PowerRefused {
  const codes = [...new Set(wanted.codes)];
  const powers = codes.flatMap((code) => state.powers.get(code) ?? []);
  const refusals = [
    ...codes.flatMap((code) => refusalsOf(code, wanted.action, state)),
    ...refusalsOfShape(wanted, powers),
    ...refusalsOfDocuments(wanted.action, documents),
  ];
  if (refusals.length > 0) return refusePower(refusals);
  const steps = powers.map((power): PowerStep => {
    const before = standingOf(power);
    const holder = wanted.action === 'hand-down' ? wanted.to : {};
    const status = nextPowerStatus(power.status, wanted.action) ?? power.status;
    return { code: power.code, before, after: { ...before, ...holder, status, decisionId } };
  });
  return { ok: true, action: wanted.action, steps, made: madeOf(wanted, powers) };
}

function refusalsOf(code: string, action: CombingAction, { powers, stillFiling }: CombingState): PowerRefusal[] {
  const power = powers.get(code);
  if (power === undefined) return [{ code: 'power.unknown', subject: code }];
  const refusals: PowerRefusal[] = [];
  if (nextPowerStatus(power.status, action) === undefined) refusals.push({ code: 'power.wrong-status', subject: code });
  if (power.status === 'entered' && stillFiling.has(power.departmentId))
    refusals.push({ code: 'power.not-accepted', subject: code });
  // What rests on no document is cancelled or gets one, and is not carried on; of a merger one may bring it for all.
  if (action !== 'cancel' && action !== 'merge' && power.content.basis.length === 0)
    refusals.push({ code: 'power.no-basis', subject: code });
  return refusals;
}

function refusalsOfShape(wanted: Combing, powers: readonly Power[]): PowerRefusal[] {
  const refusals: PowerRefusal[] = [];
  if (wanted.action === 'merge') {
    if (powers.length < 2) refusals.push({ code: 'merge.too-few' });
    if (powers.every(({ content }) => content.basis.length === 0)) refusals.push({ code: 'power.no-basis' });
  }
  if (wanted.action === 'split') {
    if (powers.length > 1) refusals.push({ code: 'split.one-at-a-time' });
    if (wanted.names.length < 2) refusals.push({ code: 'split.too-few' });
    if (new Set(wanted.names).size < wanted.names.length) refusals.push({ code: 'split.same-name' });
  }
  return refusals;
}

/** What changes the list rests on a document (会议纪要、发文); to leave an entry as it is needs none. */
function refusalsOfDocuments(action: CombingAction, documents: string | null): PowerRefusal[] {
  return action === 'keep' || (documents ?? '').trim() !== '' ? [] : [{ code: 'power.no-document' }];
}

function madeOf(wanted: Combing, powers: readonly Power[]): NewPower[] {
  const [first] = powers;
  if (first === undefined) return [];
  if (wanted.action === 'split') {
    return wanted.names.map((name) => ({ departmentId: first.departmentId, content: { ...first.content, name } }));
  }
  if (wanted.action !== 'merge') return [];
  const content = mergeContents(
    powers.map((power) => power.content),
    wanted.name,
  );
  return [{ departmentId: first.departmentId, content }];
}

/** The first one's holder and way, and of the others every basis, audience and risk that it lacks. */
function mergeContents([first, ...others]: readonly PowerContent[], name: string): PowerContent {
  if (first === undefined) throw new RangeError('nothing to merge');
  const all = [first, ...others];
  const basis = new Map(all.flatMap((one) => one.basis).map((one) => [JSON.stringify(one), one]));
  const risks = [...new Set(all.flatMap((one) => one.risks ?? []))];
  return {
    ...first,
    name,
    basis: [...basis.values()],
    exercise: [...new Set(all.map((one) => one.exercise))].join('\n'),
    audiences: [...new Set(all.flatMap((one) => one.audiences))],
    risks: risks.length === 0 ? null : risks.join('\n'),
  };
}

/** A decision that was taken, as far as undoing it needs. */
export interface TakenDecision {
  readonly id: string;
  readonly steps: readonly PowerStep[];
  /** Codes of the entries that came of it. */
  readonly made: readonly string[];
  readonly isUndone: boolean;
  /** Number of the edition that made it public; null: none yet. */
  readonly edition: number | null;
}

/** A decision that is not public yet is taken back, the latest on an entry first. What came of it is withdrawn. */
export function decideUndo(
  decision: TakenDecision,
  powers: ReadonlyMap<string, Power>,
): { readonly ok: true; readonly steps: readonly PowerStep[]; readonly withdrawn: readonly string[] } | PowerRefused {
  const refusals: PowerRefusal[] = [];
  if (decision.isUndone) refusals.push({ code: 'decision.undone' });
  if (decision.edition !== null) refusals.push({ code: 'decision.published' });
  const codes = [...decision.steps.map(({ code }) => code), ...decision.made];
  for (const code of decision.isUndone ? [] : codes) {
    if (powers.get(code)?.decisionId !== decision.id) refusals.push({ code: 'decision.built-upon', subject: code });
  }
  if (refusals.length > 0) return refusePower(refusals);
  const steps = decision.steps.map(({ code, before, after }) => ({ code, before: after, after: before }));
  return { ok: true, steps, withdrawn: decision.made };
}
