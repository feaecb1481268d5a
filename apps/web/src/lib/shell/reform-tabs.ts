import { defineMessages } from '#lib/i18n/index.ts';
import type { Me } from './navigation.ts';

type Role = Me['activeRole'];

/** The rooms of the reform office; a room without `roles` is the office's own. */
export const reformTabs: readonly {
  readonly href: string;
  readonly key: keyof typeof reformTabWords.zh;
  readonly roles?: readonly Role[];
}[] = [
  { href: '/reform/overview', key: 'overview' },
  { href: '/reform/screen', key: 'screen', roles: ['reform-officer', 'head', 'supervisor'] },
  { href: '/reform', key: 'frequency' },
  { href: '/reform/reduction', key: 'reduction', roles: ['reform-officer', 'head'] },
  { href: '/reform/promises', key: 'promises', roles: ['reform-officer', 'head'] },
  { href: '/reform/targets', key: 'targets' },
  { href: '/reform/what-if', key: 'whatIf' },
  { href: '/reform/exclusions', key: 'exclusions', roles: ['reform-officer', 'head', 'clerk'] },
  { href: '/reform/volumes', key: 'volumes', roles: ['reform-officer', 'head', 'clerk'] },
  { href: '/reform/frozen', key: 'frozen' },
  { href: '/reform/trips', key: 'trips' },
  { href: '/reform/arrivals', key: 'arrivals' },
  { href: '/reform/search', key: 'search' },
  { href: '/reform/programme', key: 'programme', roles: ['reform-officer', 'clerk', 'head', 'supervisor'] },
  { href: '/reform/surveys', key: 'surveys', roles: ['reform-officer', 'supervisor'] },
  { href: '/reform/filings', key: 'filings', roles: ['reform-officer', 'supervisor'] },
];

export const reformTabWords = defineMessages({
  zh: {
    label: '改革办的各个工作间',
    overview: '总览',
    screen: '改革大屏',
    frequency: '高频事项',
    reduction: '减负对比',
    promises: '承诺体检',
    targets: '改革目标',
    whatIf: '推演',
    exclusions: '特殊要求',
    volumes: '办件量',
    frozen: '冻结清单',
    trips: '实际跑动',
    arrivals: '到场时段',
    search: '没搜到的词',
    surveys: '评估调查',
    programme: '方案与督查',
    filings: '备案材料',
  },
});
