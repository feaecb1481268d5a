import { defineMessages } from '#lib/i18n/index.ts';
import type { Me } from './navigation.ts';

type Role = Me['activeRole'];

/** The rooms of the catalog's console; one without `roles` is for everybody who may enter the console. */
export const consoleTabs: readonly {
  readonly href: string;
  readonly key: keyof typeof consoleTabWords.zh;
  readonly roles?: readonly Role[];
}[] = [
  { href: '/console', key: 'drafts' },
  { href: '/console/batches', key: 'batches', roles: ['reform-officer'] },
  { href: '/console/breaches', key: 'breaches' },
  { href: '/console/compare', key: 'compare' },
  { href: '/console/import', key: 'import', roles: ['head', 'reform-officer'] },
  { href: '/console/sources', key: 'sources' },
  { href: '/console/questions', key: 'questions' },
  { href: '/console/power', key: 'power' },
  { href: '/reform/volumes', key: 'volumes', roles: ['clerk', 'head'] },
];

export const consoleTabWords = defineMessages({
  zh: {
    label: '事项目录的各个工作间',
    drafts: '编制与修改',
    batches: '批次与发布',
    breaches: '一致性检查',
    compare: '版本比较',
    import: '清单导入',
    sources: '数据目录',
    questions: '公众提问',
    power: '小微权力',
    volumes: '办件量',
  },
});
