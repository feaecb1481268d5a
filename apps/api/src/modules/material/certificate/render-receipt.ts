import { inGroupsOfFour } from '@yitang/domain/numbering';
import { dayInWords, type CivilDate, type Locale } from '@yitang/domain/vocabulary';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { renderPaper } from '../print/index.ts';
import { minuteInWords } from '../print/time-in-words.ts';

interface Line {
  readonly label: string;
  readonly value: string;
}

/** What 受理单 tells: that it was received, with what in it, until when it is decided, and who holds it. */
export interface ReceiptData {
  /** Where the code leads. */
  readonly path: string;
  readonly number: string;
  readonly matterName: string;
  readonly applicantName: string;
  readonly applicantNumber: string | null;
  readonly submittedAt: Date;
  /** null: waits for an unpublished year of the calendar. */
  readonly dueDate: CivilDate | null;
  /** Working days; 0 is on the spot. */
  readonly promisedDays: number | null;
  /** Working days by which it was lengthened; 0: it was not. */
  readonly extensionDays: number;
  /** Department and post that holds it now; null once nobody does. */
  readonly holder: string | null;
  readonly phone: string | null;
  /** What was answered, page by page of the form; what is personal is masked, because paper lies about. */
  readonly answers: readonly { readonly title: string; readonly lines: readonly Line[] }[];
  /** Names of the files that were received. */
  readonly materials: readonly string[];
  readonly locale: Locale;
}

/** @throws ProblemError `certificate.rare-character` where a name can't be printed */
export async function renderReceipt(deps: Deps, receipt: ReceiptData): Promise<Buffer> {
  const { config } = deps;
  const say = receipt.locale === 'en' ? english : chinese;
  const day = receipt.dueDate === null ? undefined : dayInWords(receipt.dueDate);
  const due = day === undefined ? say.waitsForCalendar : receipt.locale === 'en' ? day.en : day.zh;
  const facts: [string, string | null][] = [
    [say.number, inGroupsOfFour(receipt.number)],
    [say.matter, receipt.matterName],
    [say.applicant, [receipt.applicantName, receipt.applicantNumber].filter((part) => part !== null).join('　')],
    [say.submitted, minuteInWords(receipt.submittedAt, config.timeZone)],
    [say.promise, receipt.promisedDays === null ? null : say.days(receipt.promisedDays, receipt.extensionDays)],
    [say.due, due],
    [say.holder, receipt.holder],
    [say.phone, receipt.phone],
  ];
  return renderPaper(deps, {
    language: receipt.locale,
    title: say.title,
    number: receipt.number,
    path: receipt.path,
    facts: facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    tables: receipt.answers.map(({ title, lines }) => ({
      title: say.answers(title),
      rows: lines,
      unprintable: say.unprintable,
    })),
    lists: [{ title: say.materials, items: receipt.materials }],
    notes: [...(receipt.answers.length > 0 ? [say.masked] : []), say.note(config.university.helpPhone)],
    purpose: '扫描二维码查看办理进度　Scan to follow the case',
  });
}

const chinese = {
  title: '校务服务事项受理单',
  number: '办件编号',
  matter: '事项名称',
  applicant: '申请人',
  submitted: '收件时间',
  promise: '承诺时限',
  days: (count: number, more: number) => {
    if (count === 0) return '即时办结';
    return more === 0 ? `${count} 个工作日` : `${count} 个工作日，经批准延长 ${more} 个工作日`;
  },
  due: '应办结日期',
  waitsForCalendar: '待校历公布后确定',
  holder: '当前办理',
  phone: '咨询电话',
  answers: (page: string) => `填报内容：${page}`,
  unprintable: '含有无法打印的字符，请扫描二维码在网上查看',
  masked: '填报内容中的个人信息已作遮挡，完整内容请在网上查看。',
  materials: '已收到的材料',
  note: (phone: string) =>
    `本单由系统自动出具，黑白打印同样有效。扫描下方二维码或凭编号可查询进度；有疑问请致电 ${phone}。`,
};

const english: typeof chinese = {
  title: 'Receipt of application',
  number: 'Number',
  matter: 'Service',
  applicant: 'Applicant',
  submitted: 'Received',
  promise: 'Promised within',
  days: (count, more) => {
    if (count === 0) return 'at once';
    return more === 0 ? `${count} working days` : `${count} working days, extended by ${more}`;
  },
  due: 'Due',
  waitsForCalendar: 'after the university calendar is published',
  holder: 'Held by',
  phone: 'Telephone',
  answers: (page) => `What you stated: ${page}`,
  unprintable: 'has characters that cannot be printed; scan the code to read it online',
  masked: 'Personal details are masked here; they are complete online.',
  materials: 'Documents received',
  note: (phone) =>
    `Issued automatically; valid also in black and white. Scan the code below or give the number to follow the case. Questions: ${phone}.`,
};
