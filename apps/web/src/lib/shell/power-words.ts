import { defineMessages, type Translate } from '#lib/i18n/index.ts';

/** 小微权力 as people read it: on the public list and in the rooms of those who file and comb. Keys are codes of the contract. */
export const powerWords = defineMessages({
  zh: {
    'audience.student': '学生',
    'audience.teacher': '教职工',
    'audience.parent': '家长',
    'audience.alumnus': '校友',
    'audience.visitor': '社会人员',
    'source.own': '法定本级行使',
    'source.handed-down': '上级下放',
    'source.authorised-above': '上级授权',
    'source.authorised-same': '同级授权',
    'source.entrusted-above': '上级委托',
    'source.entrusted-same': '同级委托',
    'status.entered': '待梳理',
    'status.kept': '保留',
    'status.handed-down': '下放',
    'status.merged': '已合并',
    'status.split': '已拆分',
    'status.cancelled': '已取消',
    'status.withdrawn': '已撤下',
    'field.code': '权力编码',
    'field.name': '权力名称',
    'field.basis': '设定依据',
    'field.department': '行使部门',
    'field.holder': '行使科室和岗位',
    'field.exercise': '行使方式和流程',
    'field.audiences': '行使对象',
    'field.source': '权力来源',
    'field.risks': '廉政风险点',
    'field.predecessors': '由这些条目而来',
    'field.successors': '已并入或分为',
    'field.matters': '对应的校务服务事项',
    'list.separator': '、',
  },
  en: {
    'audience.student': 'Students',
    'audience.teacher': 'Staff',
    'audience.parent': 'Parents',
    'audience.alumnus': 'Alumni',
    'audience.visitor': 'The public',
    'source.own': 'Held by the university itself',
    'source.handed-down': 'Handed down from above',
    'source.authorised-above': 'Authorised by a higher body',
    'source.authorised-same': 'Authorised by a body of the same level',
    'source.entrusted-above': 'Entrusted by a higher body',
    'source.entrusted-same': 'Entrusted by a body of the same level',
    'status.entered': 'Not combed yet',
    'status.kept': 'Kept',
    'status.handed-down': 'Handed down',
    'status.merged': 'Merged',
    'status.split': 'Split',
    'status.cancelled': 'Cancelled',
    'status.withdrawn': 'Withdrawn',
    'field.code': 'Code',
    'field.name': 'Power',
    'field.basis': 'Basis',
    'field.department': 'Department',
    'field.holder': 'Office and post',
    'field.exercise': 'How it is exercised',
    'field.audiences': 'Towards whom',
    'field.source': 'Source',
    'field.risks': 'Integrity risks',
    'field.predecessors': 'Came from',
    'field.successors': 'Went into',
    'field.matters': 'Services that exercise it',
    'list.separator': ', ',
  },
});

interface Basis {
  readonly title: string;
  readonly docNo?: string | undefined;
  readonly article?: string | undefined;
}

/** 《学生管理规定》（校发〔2025〕8号）第三条 */
export const basisText = ({ title, docNo, article }: Basis): string =>
  `《${title}》${docNo === undefined ? '' : `（${docNo}）`}${article ?? ''}`;

interface Content {
  readonly basis: readonly Basis[];
  readonly office: string | null;
  readonly post: string | null;
  readonly exercise: string;
  readonly audiences: readonly ('student' | 'teacher' | 'parent' | 'alumnus' | 'visitor')[];
  readonly source:
    'own' | 'handed-down' | 'authorised-above' | 'authorised-same' | 'entrusted-above' | 'entrusted-same';
  readonly risks: string | null;
}
type Word = Translate<typeof powerWords.zh>;

/** What an entry says, line by line, without its name. */
export function powerRows(content: Content, word: Word): { key: string; label: string; value: string[] }[] {
  const { basis, office, post, exercise, audiences, source, risks } = content;
  const given = (values: readonly (string | null)[]) => values.filter((value) => value !== null);
  return [
    { key: 'basis', label: word('field.basis'), value: basis.map(basisText) },
    { key: 'holder', label: word('field.holder'), value: given([office, post]) },
    { key: 'exercise', label: word('field.exercise'), value: [exercise] },
    {
      key: 'audiences',
      label: word('field.audiences'),
      value: [audiences.map((audience) => word(`audience.${audience}`)).join(word('list.separator'))],
    },
    { key: 'source', label: word('field.source'), value: [word(`source.${source}`)] },
    { key: 'risks', label: word('field.risks'), value: given([risks]) },
  ];
}
