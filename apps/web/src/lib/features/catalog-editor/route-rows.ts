import type { ContentFieldsData, EditorChoicesData } from '@yitang/contract';
import { stagePowers } from './code-words.ts';
import { freeKey, type Control } from './control.ts';

export type Route = NonNullable<ContentFieldsData['route']>;
export type Stage = Route['stages'][number];

/** A stage as it is edited: its one task is part of it. */
export interface StageRow {
  readonly key: string;
  readonly name: Stage['name'];
  readonly post: string;
  readonly limitDays: unknown;
  readonly may: readonly string[];
}

export function toRows({ stages }: Route): StageRow[] {
  return stages.map(({ key, name, limitDays, tasks }) => ({
    key,
    name,
    post: tasks[0]?.post ?? '',
    limitDays,
    may: tasks[0]?.may ?? [],
  }));
}

/** Back into the route. What the rows do not show of a stage (its join, further tasks) stays with its key. */
export function fromRows(rows: readonly StageRow[], before: Route): unknown {
  const known = new Map(before.stages.map((stage) => [stage.key, stage]));
  return {
    stages: rows.map(({ key, name, post, limitDays, may }) => {
      const { join = 'all', tasks = [] } = known.get(key) ?? {};
      const [first, ...more] = tasks;
      return { key, name, join, limitDays: limitDays ?? 0, tasks: [{ key: first?.key ?? key, post, may }, ...more] };
    }),
  };
}

type Post = EditorChoicesData['posts'][number];

/** 学籍管理岗（教务处，2 人在岗） */
export function postName({ name, departments, holders, isOfApplicantsDepartment }: Post): string {
  const where = isOfApplicantsDepartment ? '申请人所在学院' : departments.join('、');
  return `${name}（${where}，${holders === 0 ? '无人在岗' : `${holders} 人在岗`}）`;
}

/** Of the posts on a route, each once: who holds it today. 王老师、李老师等 5 人 */
export function holdersOf(rows: readonly StageRow[], posts: readonly Post[]): { name: string; holders: string }[] {
  const named = new Set(rows.map(({ post }) => post));
  return posts
    .filter(({ code }) => named.has(code))
    .map((post) => ({ name: postName(post), holders: sayHolders(post) }));
}

function sayHolders({ holders, holderNames }: Post): string {
  const names = holderNames.join('、');
  return holders > holderNames.length ? `${names}等 ${holders} 人` : names;
}

/** The list of stages as a control, with the posts that there are. */
export function stagesControl(posts: readonly Post[]): Extract<Control, { kind: 'rows' }> {
  const blank = { name: { zh: '' }, post: '', limitDays: 1, may: [] };
  return {
    kind: 'rows',
    noun: '环节',
    blank: (keys) => ({ key: freeKey('stage', keys), ...blank }),
    item: {
      kind: 'record',
      blank,
      parts: {
        name: { label: '环节名称', control: { kind: 'local' } },
        post: {
          label: '由哪个岗位办理',
          help: '写岗位不写人，人员变动不影响流程。',
          control: { kind: 'code', words: Object.fromEntries(posts.map((post) => [post.code, postName(post)])) },
        },
        limitDays: { label: '环节时限', control: { kind: 'number', unit: '个工作日' } },
        may: {
          label: '这个环节可以做什么',
          help: '受理和不予受理只在第一个环节，作出决定只在最后一个环节。',
          control: { kind: 'codes', words: stagePowers },
        },
      },
    },
  };
}
