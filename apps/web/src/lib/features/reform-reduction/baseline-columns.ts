/** The columns of an import, and how each is filled. */
export const baselineColumns: readonly { readonly name: string; readonly hint: string }[] = [
  { name: '事项编码', hint: '必填，在用事项的编码。' },
  { name: '日期', hint: '必填，这些数字说的是哪一天，如 2024-09-01。' },
  { name: '申请材料数', hint: '办事人要带的份数，整数；不知道的留空。' },
  { name: '办理环节数', hint: '整数；不知道的留空。' },
  { name: '承诺时限（工作日）', hint: '整数；当场办结填 0。' },
  { name: '到现场次数', hint: '整数；不用到场填 0。' },
  { name: '办理层级数', hint: '整数；不知道的留空。' },
  { name: '前置条件数', hint: '整数；不知道的留空。' },
  { name: '依据', hint: '必填，文件名称和文号、通知或公示的日期。' },
  { name: '更正理由', hint: '这一天已有记录、要更正时必填。' },
];
