import type { ContactOutcome, TripCause } from '@yitang/domain/vocabulary';

/** The words of the call list, as the third party fills it in. */
export const callColumns = [
  '序号',
  '办件编号',
  '事项',
  '责任部门',
  '办理地点',
  '姓名',
  '联系电话',
  '联系结果',
  '跑动次数',
  '满意程度',
  '多跑原因',
  '更正理由',
] as const;

export const outcomeWords: Readonly<Record<string, ContactOutcome>> = {
  接通: 'answered',
  拒访: 'refused',
  无效: 'invalid',
  未接通: 'unreached',
};

export const levelWords: Readonly<Record<string, number>> = {
  非常满意: 1,
  满意: 2,
  基本满意: 3,
  不满意: 4,
  非常不满意: 5,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
};

export const causeWords: Readonly<Record<string, TripCause>> = {
  材料缺: 'missing-material',
  系统: 'system',
  窗口不在: 'office-closed',
  多部门盖章: 'several-stamps',
  取件: 'collection',
  其他: 'other',
};
