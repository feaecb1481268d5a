/** A system of an office that reports every month what it handled. */
export interface StorySource {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  readonly departmentCode: string;
  readonly evidence: string;
  /** Code of a matter, without the university's, and how many cases it has in an ordinary month. */
  readonly matters: Readonly<Record<string, number>>;
  /** Months before the last complete one that were not reported. */
  readonly missing: readonly number[];
}

export const storySources: readonly StorySource[] = [
  {
    code: 'campus-card',
    name: '一卡通系统',
    note: '卡务中心窗口和自助机的办件，按月从一卡通系统导出。',
    departmentCode: '119',
    evidence: '一卡通系统业务月报',
    matters: {
      '119-20-001-001': 64,
      '119-20-001-003': 22,
      '119-20-001-004': 31,
      '119-20-001-005': 18,
      '119-20-001-006': 26,
      '119-20-001-007': 88,
      '119-20-001-010': 12,
    },
    missing: [],
  },
  {
    code: 'repairs',
    name: '后勤报修系统',
    note: '报修小程序和值班电话的工单，按月从报修系统导出。',
    departmentCode: '117',
    evidence: '后勤报修系统工单统计',
    matters: { '117-20-001-001': 140, '117-20-001-002': 175 },
    missing: [2, 6],
  },
  {
    code: 'library',
    name: '图书馆业务系统',
    note: '借阅台和科技查新站的办件，按月从图书馆业务系统导出。',
    departmentCode: '121',
    evidence: '图书馆业务系统月度统计',
    matters: { '121-20-001-000': 58, '121-20-002-001': 24, '121-20-004-000': 17, '121-20-006-000': 9 },
    missing: [0],
  },
];

/** The office that counts by hand what the platform counts too. */
export const deskSource = {
  code: 'desk-ledger',
  name: '窗口台账',
  note: '学务中心窗口的纸质登记簿，由窗口人员按月合计。',
  departmentCode: '105',
  evidence: '学务中心窗口登记簿合计',
  matter: '105-20-001-001',
  cases: 46,
} as const;

/** The busy months of a campus, in parts of ten, from January. */
const season = [6, 5, 11, 10, 9, 12, 6, 5, 15, 11, 10, 9] as const;

/** Cases of a month out of those of an ordinary one: its season, and a little that looks like chance. */
export function casesOf(ordinary: number, month: string, salt: string): number {
  const sum = [...`${month} ${salt}`].reduce((all, sign) => (all * 31 + (sign.codePointAt(0) ?? 0)) % 9_973, 7);
  const usual = ordinary * (season[Number(month.slice(5)) - 1] ?? 10) * (90 + (sum % 21));
  return Math.round(usual / 1_000);
}
