import type { Guide, MatterContent } from '@yitang/domain';

const words = (zh: string) => ({ zh });

const guide: Guide = {
  isComplete: true,
  isSample: true,
  summary: words('学生证遗失或损坏的，到教务处补办，5 个工作日内寄到宿舍。'),
  projectType: 'promised',
  reviewType: 'review-then-decide',
  taskType: '20',
  visitsOnSite: 1,
  visitReason: words('核对照片。'),
  promisedDays: 5,
  statutoryDays: 10,
  onlineDepth: 2,
  isOnline: false,
  isMobile: false,
  isInHall: true,
  isBookable: false,
  isPaidOnline: false,
  isPosted: true,
  isOnKiosk: false,
  handlingOffice: '学籍管理科',
  powerCodes: ['QL-105-001'],
  conditions: [words('本校在籍学生。')],
  basis: [{ title: '学籍管理规定', docNo: '示大教〔2024〕1号', article: '第十二条' }],
  materials: [
    {
      key: 'photo',
      name: words('近期照片'),
      sourceMode: 'applicant',
      necessity: 'required',
      form: 'electronic',
      originals: 1,
      copies: 0,
      why: words('印在学生证上'),
      accepts: ['jpg'],
      maxBytes: 1_000_000,
      maxFiles: 1,
    },
    {
      key: 'status',
      name: words('学籍信息'),
      sourceMode: 'shared',
      sharedFrom: words('教务系统'),
      necessity: 'required',
      form: 'electronic',
      originals: 0,
      copies: 0,
      why: words('确认在籍'),
      accepts: [],
      maxBytes: 0,
      maxFiles: 0,
    },
  ],
  steps: [
    { name: words('受理'), by: words('窗口'), days: 1 },
    { name: words('审核'), by: words('学籍管理科'), days: 2 },
    { name: words('制证、送达'), by: words('学籍管理科'), days: 2 },
  ],
  stepsOffline: [{ name: words('窗口受理并办结'), by: words('窗口'), days: 5 }],
  fees: [],
  result: { name: words('学生证'), kind: 'licence', sampleFileId: '0190a0a0-0000-7000-8000-000000000001' },
  resultDelivery: ['post'],
  places: [
    { name: words('师生服务中心'), address: words('明德楼 101 室 7 号窗口'), hours: words('工作日 8:30–17:00') },
  ],
  consultPhone: '0571-88880001',
  complaintPhone: '0571-88880002',
  consultAddress: words('明德楼 101 室'),
  complaintAddress: words('行政楼 203 室'),
  remedy: words('可在 10 日内向学校申诉。'),
  faqs: [{ question: words('多久能拿到？'), answer: words('5 个工作日。') }],
  ownerA: { name: '王老师', phone: '0571-88880003' },
  ownerB: { name: '李老师' },
};

/** A matter that keeps every rule of the catalog, apart from what `change` makes of it. */
export function completeContent(
  change: Partial<Omit<MatterContent, 'guide' | 'summary'>> & {
    readonly guide?: Partial<Guide>;
    readonly summary?: Partial<MatterContent['summary']>;
  } = {},
): MatterContent {
  return {
    preconditions: [],
    form: null,
    route: null,
    layout: null,
    ...change,
    summary: {
      code: 'DEMO-STUDENT-CARD',
      name: '学生证补办',
      departmentId: 'registry',
      category: '学籍',
      audiences: ['student'],
      lifeEvents: ['studying'],
      channels: ['counter'],
      keywords: ['补学生证'],
      ...change.summary,
    },
    guide: { ...guide, ...change.guide },
  };
}
