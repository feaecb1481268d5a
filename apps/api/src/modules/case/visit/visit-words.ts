import type { VisitKind, VisitReason } from '@yitang/domain/vocabulary';

export const kindWords: Readonly<Record<VisitKind, string>> = {
  counter: '窗口',
  office: '办公室',
  collection: '领取结果',
  kiosk: '自助终端',
  locker: '自提柜',
};

export const reasonWords: Readonly<Record<VisitReason, string>> = {
  submit: '递交申请',
  asked: '咨询',
  'turned-away': '未能受理',
  'missing-material': '材料不齐',
  system: '系统原因',
  'office-closed': '到场时无人办公',
  'several-stamps': '多处盖章',
  collection: '领取结果',
  other: '其他',
};
