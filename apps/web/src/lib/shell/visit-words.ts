/** How somebody came and why, as departments and the reform office read it. */
export const visitWords = {
  'kind.counter': '到窗口',
  'kind.office': '到办公室',
  'kind.collection': '来取结果',
  'kind.kiosk': '自助终端',
  'kind.locker': '自提柜',
  'reason.submit': '递交申请',
  'reason.asked': '咨询',
  'reason.turned-away': '未能受理',
  'reason.missing-material': '材料不齐',
  'reason.system': '系统原因',
  'reason.office-closed': '到场时无人办公',
  'reason.several-stamps': '多处盖章',
  'reason.collection': '领取结果',
  'reason.other': '其他',
};
