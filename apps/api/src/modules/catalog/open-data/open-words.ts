import type * as words from '@yitang/domain/vocabulary';

/** Codes of the catalog as the tables of the open data write them out. */
export const openWords = {
  audience: { student: '学生', teacher: '教职工', parent: '家长', alumnus: '校友', visitor: '社会公众' },
  lifeEvent: {
    enrolment: '入学',
    studying: '在校学习',
    graduation: '毕业离校',
    joining: '入职',
    working: '在职',
    leaving: '离退',
    visiting: '来访合作',
  },
  channel: {
    counter: '窗口办理',
    online: '网上办理',
    mobile: '掌上办理',
    post: '邮寄办理',
    kiosk: '自助终端',
    other: '其他方式',
  },
  projectType: { instant: '即办件', promised: '承诺件', other: '其他' },
  taskType: { '20': '公共服务', '07': '行政确认', '05': '行政给付', '10': '其他权力' },
  delivery: { counter: '窗口领取', post: '邮寄送达', electronic: '电子送达', kiosk: '自助打印', locker: '自提柜领取' },
  result: { licence: '证照', document: '批文', other: '其他', none: '无' },
} as const satisfies {
  audience: Record<words.Audience, string>;
  lifeEvent: Record<words.LifeEvent, string>;
  channel: Record<words.Channel, string>;
  projectType: Record<words.ProjectType, string>;
  taskType: Record<words.TaskType, string>;
  delivery: Record<words.ResultDelivery, string>;
  result: Record<words.ResultKind, string>;
};
