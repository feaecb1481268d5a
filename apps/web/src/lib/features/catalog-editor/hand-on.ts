import { ApiError, type Client, type DraftRowData, type Endpoints } from '@yitang/contract';

type Status = DraftRowData['status'];

/** The step that leads on from a status, where people take it one by one or for several drafts at once. */
const stepsOn = {
  editing: 'submit',
  'department-check': 'confirm',
  'legal-review': 'approve-legality',
  'reform-review': 'approve',
} as const satisfies Partial<Record<Status, string>>;
export type StepOn = (typeof stepsOn)[keyof typeof stepsOn];

export const stepOnFrom = (status: Status | undefined): StepOn | undefined =>
  status !== undefined && Object.hasOwn(stepsOn, status) ? stepsOn[status as keyof typeof stepsOn] : undefined;

export interface ChosenDraft {
  readonly id: string;
  /** As the list had it: what was changed meanwhile is not handed on unseen. */
  readonly revision: number;
  readonly name: string;
}

/** A draft as the value of a box. */
export const draftValue = ({ id, revision, name }: ChosenDraft): string => `${id} ${revision} ${name}`;

export function readDraftValue(value: string): ChosenDraft {
  const [id = '', revision = '', ...name] = value.split(' ');
  return { id, revision: Number(revision), name: name.join(' ') };
}

/** Why a draft stays, and in which field. */
export interface Reason {
  readonly field?: string;
  readonly message: string;
}

export interface HandedOn {
  readonly moved: number;
  /** Those that stay where they are, each with why. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly reasons: readonly Reason[] }[];
  /** What is wrong with the note: then nothing was handed on. */
  readonly noteError?: string;
}

/** One after the other: each is a step of its own in the trail, and one that is refused hinders no other. */
export async function handOn(
  client: Pick<Client<Endpoints>, 'actOnMatterDraft'>,
  { action, note, drafts }: { action: StepOn; note: string | null; drafts: readonly ChosenDraft[] },
): Promise<HandedOn> {
  const left: HandedOn['left'][number][] = [];
  for (const { id, revision, name } of drafts) {
    const refused = await client
      .actOnMatterDraft({ params: { id }, body: { action, revision, note } })
      .then(() => undefined, onlyRefusal);
    if (refused === undefined) continue;
    const { issues, detail, title } = refused.problem;
    const noteError = issues.find(({ field }) => field === 'body.note')?.message;
    if (noteError !== undefined) return { moved: 0, left: [], noteError };
    const found = issues.map(({ field, message }): Reason => ({ field, message }));
    left.push({ id, name, reasons: found.length > 0 ? found : [{ message: detail || title }] });
  }
  return { moved: drafts.length - left.length, left };
}

function onlyRefusal(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  throw cause;
}
