import type { MatterDraftData, SavedDraftData } from '@yitang/contract';
import { toFieldValue, type FieldPath, type FieldValues } from './control.ts';
import { changedPaths, isSame, mergeFields } from './field-merge.ts';

/** Typing has to rest so long before it is saved. */
const restMilliseconds = 2_000;
/** After a save that did not arrive. */
const retryMilliseconds = 6_000;

export type SaveState = 'saved' | 'changed' | 'saving' | 'offline' | 'signed-out' | 'refused';

export interface Issue {
  readonly field: string;
  readonly message: string;
}
export interface Collision {
  readonly path: FieldPath;
  readonly theirs: unknown;
  readonly message: string;
}
interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly issues?: readonly Issue[];
}

/**
 * A draft as one person edits it: what was typed stays here until the server has it, whatever happens on the way. Fields
 * of others come in by themselves; where both changed the same one, the person chooses.
 */
export class DraftEditor {
  values = $state.raw<FieldValues>({} as FieldValues);
  state = $state<SaveState>('saved');
  /** An instant in UTC. */
  savedAt = $state<string>();
  /** Why the server takes nothing now. */
  message = $state('');
  issues = $state.raw<readonly Issue[]>([]);
  collisions = $state.raw<readonly Collision[]>([]);
  /** What others changed meanwhile. */
  merged = $state.raw<readonly { readonly path: FieldPath; readonly by: string }[]>([]);
  sections = $state.raw<MatterDraftData['sections']>([]);
  revision = $state(0);
  readonly id: string;
  #base: FieldValues;
  /** Values that the server has refused: sent again only once they have changed. */
  #refused: Partial<FieldValues> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(draft: MatterDraftData) {
    this.id = draft.id;
    this.#base = draft.fields;
    this.values = draft.fields;
    this.revision = draft.revision;
    this.sections = draft.sections;
  }

  /** Something here is not on the server yet. */
  get isDirty(): boolean {
    return changedPaths(this.#base, this.values).length > 0;
  }

  set(path: FieldPath, value: unknown): void {
    this.values = { ...this.values, [path]: toFieldValue(path, value) };
    this.issues = this.issues.filter(({ field }) => pathOf(field) !== path);
    if (this.state === 'saved') this.state = 'changed';
    this.#plan(restMilliseconds);
  }

  /** At once: a field was left, the page is. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running !== undefined) await this.#running;
    this.#running = this.#send().finally(() => (this.#running = undefined));
    await this.#running;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** What the server has now comes in; what was typed here stays. */
  takeOver(
    draft: Pick<MatterDraftData, 'fields' | 'revision' | 'sections' | 'updatedBy'>,
    found: readonly Issue[] = [],
  ): void {
    if (draft.revision < this.revision) return;
    const { values, taken, collisions } = mergeFields({ base: this.#base, mine: this.values, theirs: draft.fields });
    this.values = values;
    this.#base = draft.fields;
    this.revision = draft.revision;
    this.sections = draft.sections;
    if (taken.length > 0) this.merged = taken.map((path) => ({ path, by: draft.updatedBy }));
    const open = this.collisions.filter(({ path }) => !collisions.includes(path));
    const fresh = collisions.map((path) => ({
      path,
      theirs: draft.fields[path],
      message: found.find(({ field }) => field === path)?.message ?? '',
    }));
    this.collisions = [...open, ...fresh];
  }

  resolve(path: FieldPath, choice: 'mine' | 'theirs'): void {
    if (choice === 'theirs') this.values = { ...this.values, [path]: this.#base[path] };
    this.collisions = this.collisions.filter((collision) => collision.path !== path);
    void this.save();
  }

  #plan(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  /** Changed, and neither in question nor refused as it stands. */
  #ready(): FieldPath[] {
    const open = this.collisions.map(({ path }) => path);
    return changedPaths(this.#base, this.values).filter(
      (path) => !open.includes(path) && !(path in this.#refused && isSame(this.#refused[path], this.values[path])),
    );
  }

  async #send(): Promise<void> {
    const paths = this.#ready();
    if (paths.length === 0) {
      this.#settle();
      return;
    }
    const values = Object.fromEntries(paths.map((path) => [path, this.values[path]]));
    this.state = 'saving';
    const answer = await this.#call('PUT', '/fields', { revision: this.revision, values });
    if (answer === undefined) return;
    if (answer.ok) this.#kept(values, (await answer.json()) as SavedDraftData);
    else await this.#answerRefusal((await answer.json()) as Problem, values);
  }

  #kept(values: Readonly<Record<string, unknown>>, saved: SavedDraftData): void {
    const theirs = { ...this.#base, ...values };
    for (const { path, value } of saved.merged) theirs[path] = value;
    const { values: shown } = mergeFields({ base: { ...this.#base, ...values }, mine: this.values, theirs });
    this.values = shown;
    this.#base = theirs;
    this.revision = saved.revision;
    this.sections = saved.sections;
    if (saved.merged.length > 0) this.merged = saved.merged.map(({ path, by }) => ({ path, by }));
    this.savedAt = saved.savedAt;
    this.message = '';
    this.#settle();
  }

  async #answerRefusal(problem: Problem, values: Readonly<Record<string, unknown>>): Promise<void> {
    const issues = (problem.issues ?? []).map(({ field, message }) => ({
      field: field.replace(/^body\.values\./, ''),
      message,
    }));
    if (problem.code === 'record.changed') {
      const answer = await this.#call('GET', '');
      if (!answer?.ok) return;
      this.takeOver((await answer.json()) as MatterDraftData, issues);
    } else if (problem.code === 'request.invalid' && issues.some(({ field }) => pathOf(field) !== undefined)) {
      for (const { field } of issues) {
        const path = pathOf(field);
        if (path !== undefined) this.#refused = { ...this.#refused, [path]: values[path] };
      }
      const others = this.issues.filter(({ field }) => !(String(pathOf(field)) in values));
      this.issues = [...others, ...issues];
    } else {
      this.state = 'refused';
      this.message = problem.detail || problem.title;
      return;
    }
    // The rest of what was sent is in order.
    if (this.#ready().length > 0) this.#plan(0);
    else this.#settle();
  }

  /** undefined: it did not arrive, or nobody is signed in any more; it is tried again. */
  async #call(method: 'GET' | 'PUT', path: string, body?: object): Promise<Response | undefined> {
    const headers = { 'content-type': 'application/json' };
    try {
      const answer = await fetch(`/api/console/drafts/${this.id}${path}`, {
        method,
        ...(body && { headers, body: JSON.stringify(body) }),
      });
      if (answer.status !== 401 && answer.status < 500) return answer;
      this.state = answer.status === 401 ? 'signed-out' : 'offline';
    } catch {
      this.state = 'offline';
    }
    this.#plan(retryMilliseconds);
    return undefined;
  }

  #settle(): void {
    this.state = this.isDirty ? 'changed' : 'saved';
  }
}

/** `guide.materials.0.name.zh` → `guide.materials`. */
function pathOf(field: string): FieldPath | undefined {
  const [head = '', key] = field.split('.');
  if (head === 'summary' || head === 'guide') return `${head}.${key ?? ''}` as FieldPath;
  return ['preconditions', 'form', 'route', 'layout'].includes(head) ? (head as FieldPath) : undefined;
}
