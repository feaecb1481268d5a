import type { OpeningPeriod } from '@yitang/domain/calendar';
import type { LocalText } from '@yitang/domain/vocabulary';

export interface DemoCounter {
  readonly code: string;
  readonly kind: 'window' | 'office' | 'kiosk';
  readonly name: LocalText;
  /** Departments whose matters are taken in here. */
  readonly departmentCodes: readonly string[];
  readonly campusCode: string;
  /** Down to the number of the window or the room. */
  readonly place: LocalText;
  readonly hours: LocalText;
  readonly periods: readonly OpeningPeriod[];
}

export const officeHoursText: LocalText = {
  zh: '工作日 8:30–11:30，13:30–17:00（法定节假日不办公）',
  en: 'Working days 8:30–11:30 and 13:30–17:00 (closed on public holidays)',
};
const officeHours = {
  hours: officeHoursText,
  periods: [
    { days: 'working-days', from: '08:30', until: '11:30' },
    { days: 'working-days', from: '13:30', until: '17:00' },
  ],
} as const;
const allDay = {
  hours: {
    zh: '每天 0:00–24:00（工作日 8:30–17:00 有人引导）',
    en: 'Every day, round the clock (staff on working days 8:30–17:00)',
  },
  periods: [{ days: 'every-day', from: '00:00', until: '24:00' }],
} as const;

const mingde = { zh: '明德校区师生服务大厅', en: 'Service Hall, Mingde Campus' };
const zhiyuan = { zh: '致远校区师生服务大厅', en: 'Service Hall, Zhiyuan Campus' };

type Row = readonly [code: string, window: number, zh: string, en: string, departmentCodes: readonly string[]];

const mingdeRows: readonly Row[] = [
  ['mingde-01', 1, '综合受理窗口', 'General window', ['101', '108']],
  ['mingde-02', 2, '学籍与证明窗口', 'Records and certificates', ['105', '106']],
  ['mingde-03', 3, '学生事务窗口', 'Student affairs', ['107', '109']],
  ['mingde-04', 4, '就业与户籍窗口', 'Careers and household register', ['110', '116']],
  ['mingde-05', 5, '财务窗口', 'Finance', ['111']],
  ['mingde-06', 6, '人事窗口', 'Human resources', ['104', '124']],
  ['mingde-07', 7, '校园卡窗口', 'Campus card', ['119']],
  ['mingde-08', 8, '住宿与后勤窗口', 'Housing and logistics', ['117', '118']],
  ['mingde-09', 9, '党团关系窗口', 'Party and League membership', ['102', '109']],
];
const zhiyuanRows: readonly Row[] = [
  ['zhiyuan-01', 1, '综合受理窗口', 'General window', ['101', '105', '106', '107', '108', '111', '104']],
  ['zhiyuan-02', 2, '校园卡与住宿窗口', 'Campus card and housing', ['117', '118', '119']],
];

function hallWindow(campusCode: string, hall: { zh: string; en: string }) {
  return ([code, number, zh, en, departmentCodes]: Row): DemoCounter => ({
    code,
    kind: 'window',
    name: { zh, en },
    departmentCodes,
    campusCode,
    place: { zh: `${hall.zh}一楼 ${number} 号窗口`, en: `Window ${number}, ground floor, ${hall.en}` },
    ...officeHours,
  });
}

function kiosk(campusCode: string, hall: { zh: string; en: string }): DemoCounter {
  return {
    code: `${campusCode}-kiosk`,
    kind: 'kiosk',
    name: { zh: '自助服务终端', en: 'Self-service kiosk' },
    departmentCodes: ['105', '106', '104', '119'],
    campusCode,
    place: { zh: `${hall.zh}一楼自助区 1 号机`, en: `Kiosk 1, self-service area, ${hall.en}` },
    ...allDay,
  };
}

function office(code: string, departmentCode: string, words: { name: LocalText; place: LocalText }): DemoCounter {
  return { code, kind: 'office', departmentCodes: [departmentCode], campusCode: 'mingde', ...words, ...officeHours };
}

export const demoCounters: readonly DemoCounter[] = [
  ...mingdeRows.map(hallWindow('mingde', mingde)),
  kiosk('mingde', mingde),
  ...zhiyuanRows.map(hallWindow('zhiyuan', zhiyuan)),
  kiosk('zhiyuan', zhiyuan),
  office('archives', '122', {
    name: { zh: '档案馆利用窗口', en: 'Archives desk' },
    place: { zh: '明德校区档案馆 102 室 1 号窗口', en: 'Window 1, Room 102, Archives, Mingde Campus' },
  }),
  office('hospital', '125', {
    name: { zh: '校医院医保窗口', en: 'Medical insurance desk' },
    place: { zh: '明德校区校医院一楼 4 号窗口', en: 'Window 4, ground floor, University Hospital, Mingde Campus' },
  }),
  office('gate-east', '116', {
    name: { zh: '东门访客接待处', en: 'East Gate visitor desk' },
    place: { zh: '明德校区东门平安楼 1 号窗口', en: 'Window 1, Ping’an Building, East Gate, Mingde Campus' },
  }),
];

export function getDemoCounter(code: string): DemoCounter {
  const found = demoCounters.find((counter) => counter.code === code);
  if (!found) throw new RangeError(`no demo counter ${code}`);
  return found;
}
