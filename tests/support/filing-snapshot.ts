import { snapshotFormat, type FiledMatter, type FiledRank, type FilingSnapshot } from '@yitang/domain/filing';

/** A snapshot with so many matters that nothing is missing in. */
export function filingSnapshot(count = 6, changes: Partial<FilingSnapshot> = {}): FilingSnapshot {
  const matters = Array.from({ length: count }, (_, index) => matterOf(index, count));
  return {
    format: snapshotFormat,
    university: '示范大学',
    site: 'https://fuwu.example.edu.cn',
    isDemo: true,
    asOf: '2026-03-02',
    assembledAt: '2026-03-02 10:00',
    version: 1,
    replaces: null,
    decree: {
      number: '示大〔2026〕1号',
      title: '关于成立校务服务改革工作专班的通知',
      issuedOn: '2026-01-05',
      file: { name: '通知.pdf', size: 3, sha256: 'a'.repeat(64) },
    },
    catalog: { columns: ['事项编码', '事项名称'], rows: matters.map(({ code, name }) => [code, name]) },
    matters,
    set: setOf(matters),
    targets: [
      {
        id: '2018-b',
        title: '高频事项最多跑一次',
        demand: '实现高频校务服务事项师生到部门办事“最多跑一次”（浙教人〔2018〕105号）',
        policyDate: '2018-12-31',
        localDate: '2025-12-31',
        threshold: '100%',
        state: 'missed',
        why: null,
        base: '高频事项',
        denominator: 3,
        numerators: [{ label: '最多跑一次', count: 2 }],
        records: [],
        excluded: 0,
        missed: [{ code: 'DEMO-0002', name: '=办理 2 号业务', why: '到现场次数为 2' }],
      },
    ],
    exclusions: [
      {
        code: 'DEMO-0001',
        name: '办理 1 号业务',
        department: '部门甲',
        reason: 'secret',
        evidence: '保密规定',
        approver: '校办',
        approvedOn: '2026-01-10',
        reviewOn: '2027-01-10',
        isApproved: true,
      },
    ],
    coverage: {
      months: ['2026-01', '2026-02'],
      departments: [{ name: '部门甲', cases: [3, 0], partial: [] }],
      conflicts: [],
    },
    ...changes,
  };
}

function matterOf(index: number, count: number): FiledMatter {
  return {
    code: `DEMO-${String(index).padStart(4, '0')}`,
    name: index === 2 ? '=办理 2 号业务' : `办理 ${index} 号业务`,
    department: index < count / 2 ? '部门甲' : '部门乙',
    audiences: '学生；教职工',
    promisedDays: index % 5,
    visitsOnSite: index % 3,
    isOnline: index % 2 === 0,
    isPaused: false,
    isFull: index % 3 === 0,
    isMobile: index % 4 === 0,
    phone: '0571-88200105',
  };
}

function setOf(matters: readonly FiledMatter[]): FilingSnapshot['set'] {
  const rows = matters.slice(0, 4).map(({ code, name, department }, index): FiledRank => ({
    rank: index + 1,
    code,
    name,
    department,
    volume: 40 - 10 * index,
    share: 4_000 - 1_000 * index,
    cumulativeShare: [4_000, 7_000, 9_000, 10_000][index] ?? 10_000,
    isHighFrequency: index < 3,
    isBoundary: index === 2,
    isTied: false,
  }));
  return {
    number: 1,
    year: 2025,
    frozenAt: '2026-01-08 09:00',
    digest: 'b'.repeat(64),
    firstMonth: '2025-01',
    lastMonth: '2025-12',
    recordedUntil: '2026-01-08 09:00',
    rules: ['按受理计', '含即办件'],
    isComputable: true,
    total: 100,
    setSize: 3,
    rows,
  };
}
