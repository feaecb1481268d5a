import type { ContentFieldsData } from '@yitang/contract';
import type { Control } from './control.ts';
import type { Situations } from './editor-context.ts';

export type Layout = NonNullable<ContentFieldsData['layout']>;
type Form = ContentFieldsData['form'];
type FormField = NonNullable<Form>['pages'][number]['fields'][number];

/** What every certificate can state. */
const commonValues = {
  name: '姓名',
  number: '学号或工号',
  department: '学院或部门',
  programme: '专业',
  grade: '年级',
  since: '入校日期',
  expectedEnd: '预计离校日期',
  position: '岗位或职务',
  purpose: '用途（表单中标识为 purpose 的问题）',
  issuedOn: '签发日期',
  certificateNumber: '证明编号',
} as const;

/** Answers that do not fit into a sentence. */
const unstatable: readonly FormField['kind'][] = ['file', 'note', 'table', 'consent'];

const questions = (form: Form): FormField[] =>
  (form?.pages ?? []).flatMap(({ fields }) => fields).filter(({ kind }) => !unstatable.includes(kind));

/** What a layout can state by how it is written, with what a person calls it. */
export function layoutValues(form: Form, sayAnswer: (label: string) => string): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(commonValues),
    ...questions(form).map(({ key, label }) => [`answer.${key}`, sayAnswer(label.zh)] as const),
  ];
}

/** Questions with options, which a condition can look at. */
export const choicesOf = (form: Form): Situations =>
  questions(form).flatMap((field) =>
    field.kind === 'choice' ? [{ key: field.key, question: field.label, options: field.options }] : [],
  );

/** Where a new layout begins: it can be issued as it is. */
export const firstLayout = (name: string, issuer: string): Layout => ({
  title: { zh: name },
  lines: [{ zh: '兹证明{name}（{number}）为我校{department}在册人员。' }],
  issuer: { zh: issuer },
  isBilingual: false,
});

const blank = { title: { zh: '' }, lines: [], issuer: { zh: '' }, isBilingual: false };

/** A layout as a control. */
export const layoutControl = (
  values: readonly (readonly [string, string])[],
): Extract<Control, { kind: 'record' }> => ({
  kind: 'record',
  blank,
  parts: {
    title: { label: '标题', control: { kind: 'local' } },
    lines: {
      label: '正文',
      help: '一段一行，可以写花括号里的取值，例如 {name}。',
      control: { kind: 'rows', noun: '段落', blank: () => ({ zh: '' }), item: { kind: 'local', rows: 2 } },
    },
    table: {
      label: '表格',
      help: '逐行列出的信息，没有就不加。',
      control: {
        kind: 'rows',
        noun: '行',
        blank: () => ({ label: { zh: '' }, value: 'name' }),
        item: {
          kind: 'record',
          blank: { label: { zh: '' }, value: 'name' },
          parts: {
            label: { label: '名称', control: { kind: 'local' } },
            value: { label: '取值', control: { kind: 'code', words: Object.fromEntries(values) } },
          },
        },
      },
    },
    issuer: { label: '落款', help: '签发单位的全称，与印章一致。', control: { kind: 'local' } },
    sealPosition: {
      label: '印章位置',
      help: '不选就在落款左侧。',
      control: { kind: 'code', words: { beside: '落款左侧', over: '压在落款和日期上' } },
    },
    validMonths: {
      label: '有效期',
      help: '从签发日起算，到期后核验显示“已过期”；不填就长期有效。',
      control: { kind: 'number', unit: '个月' },
    },
    isBilingual: {
      label: '中英文对照',
      help: '选“是”，标题、正文、表格名称和落款都要有英文。',
      control: { kind: 'flag' },
    },
    bilingualWhen: {
      label: '什么时候印英文',
      help: '只有一部分人需要英文的，选一个回答；其他人只印中文。',
      control: { kind: 'condition' },
    },
  },
});
