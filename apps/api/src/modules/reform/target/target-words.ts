import type { Fraction } from '@yitang/domain/target';
import type * as words from '@yitang/domain/vocabulary';

export const scopeWords: Readonly<Record<words.TargetScope, string>> = {
  all: '全部事项',
  'high-frequency-frozen': '报备的高频事项',
  'high-frequency-current': '当前的高频事项',
};

export const audienceWords: Readonly<Record<words.TargetAudience, string>> = { all: '', campus: '（师生）' };

export const checkWords: Readonly<Record<words.MatterCheck, string>> = {
  once: '最多跑一次',
  online: '网上申请',
  full: '全流程在线',
  mobile: '掌上办',
};

export const faultWords: Readonly<Record<words.CheckFault, string>> = {
  'visits-unknown': '到现场次数待梳理',
  'visits-many': '到现场超过一次',
  'not-online': '未开通网上申请',
  'link-dead': '网上申请没有可用的地址',
  'depth-unknown': '网办深度待梳理',
  'depth-low': '网办深度不够',
  'depth-not-full': '网办深度不到Ⅳ级',
  'visits-not-zero': '还要到现场',
  'not-mobile': '不能掌上办理',
};

export const recordWords: Readonly<Record<words.TargetRecordKind, string>> = {
  'list-published': '事项清单已公布',
  'task-force': '工作专班成立文件',
  'matter-list': '校务服务事项目录',
  'high-frequency-list': '高频事项目录',
};

export const reasonWords: Readonly<Record<words.NotComputableReason, string>> = {
  'before-first-data': '这一天目录还没有数据',
  'no-matters': '没有计入的事项',
  'no-cases': '没有办件，定不出高频事项',
  'no-frozen-set': '没有冻结的高频事项清单',
};

/** 4/5 → 80%; what is no whole per cent stays a fraction. */
export const percentOfFraction = ({ num, den }: Fraction): string =>
  (100 * num) % den === 0 ? `${(100 * num) / den}%` : `${num}/${den}`;
