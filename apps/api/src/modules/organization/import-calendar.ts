import type { Issue } from '@yitang/contract';
import { weekdayOf, yearOf } from '@yitang/domain/calendar';
import type { Em } from '../../database/index.ts';
import {
  readRow,
  refuseRepeated,
  requireColumns,
  type RowReader,
  type Table,
} from '../../platform/table-file/index.ts';
import { differs, emptyPlan, type ImportPlan } from './import-plan.ts';
import { WorkCalendar } from './work-calendar.entity.ts';

export const calendarColumns = ['日期', '安排', '说明'] as const;

export interface CalendarImport {
  /** Whom the record names, and when. */
  readonly by: string;
  readonly now: Date;
}

/** What a published year tells: which year, and whether cases may have waited for it. */
export interface CalendarPlan extends ImportPlan {
  readonly year: number | undefined;
}

/**
 * One year of the working calendar: the days off (放假) on weekdays and the worked days (上班) of weekends. Equal content
 * changes nothing; other content becomes a new version, and running cases keep the one they pinned.
 */
export async function planCalendarImport(em: Em, table: Table, { by, now }: CalendarImport): Promise<CalendarPlan> {
  const { year, issues, rows, notes, ...content } = readCalendar(table);
  const nothing = { ...emptyPlan(table.rows.length, issues), year: undefined };
  if (year === undefined) return nothing;
  const [newest] = await em.find(WorkCalendar, { year }, { orderBy: { version: 'desc' }, limit: 1 });
  const isSame = newest?.isPublished === true && !differs(newest, content);
  return {
    year,
    rows,
    created: newest === undefined ? 1 : 0,
    changed: newest === undefined || isSame ? 0 : 1,
    unchanged: isSame ? 1 : 0,
    issues,
    apply: async () => {
      if (isSame) return;
      const version = (newest?.version ?? 0) + 1;
      const source = notes.join('、').slice(0, 200);
      em.create(WorkCalendar, {
        year,
        version,
        isPublished: true,
        ...content,
        source,
        importedAt: now,
        importedBy: by,
      });
      await em.flush();
    },
  };
}

interface ReadCalendar {
  readonly year: number | undefined;
  readonly rows: number;
  readonly issues: readonly Issue[];
  readonly notes: readonly string[];
  readonly daysOff: string[];
  readonly extraWorkdays: string[];
}

function readCalendar(table: Table): ReadCalendar {
  const issues: Issue[] = [...table.issues];
  const nothing = { year: undefined, rows: table.rows.length, issues, notes: [], daysOff: [], extraWorkdays: [] };
  if (!requireColumns(table.columns, ['日期', '安排'], issues)) return nothing;
  const read = table.rows.map((row) => readDay(readRow(row, issues)));
  refuseRepeated(
    read.map(({ reader, day }) => [reader, day]),
    '日期',
  );
  const days = read.filter(({ day }) => day !== '');
  const [first] = days;
  if (first === undefined) {
    if (read.length === 0)
      issues.push({ field: 'rows', code: 'calendar.empty', message: '没有任何日期；一年至少有法定节假日。' });
    return nothing;
  }
  const year = yearOf(first.day);
  for (const { reader, day } of days) {
    if (yearOf(day) !== year) reader.refuse('日期', 'calendar.year', `一个文件只能有一年；前面的日期都在 ${year} 年。`);
  }
  const listDays = (kind: 'off' | 'work') =>
    days
      .filter((one) => one.kind === kind)
      .map(({ day }) => day)
      .sort();
  return {
    year,
    rows: table.rows.length,
    issues,
    notes: [...new Set(days.map(({ note }) => note).filter((note) => note !== null))],
    // 放假 on a weekend changes nothing, so that a holiday's days can be listed in full
    daysOff: listDays('off').filter((day) => weekdayOf(day) <= 5),
    extraWorkdays: listDays('work'),
  };
}

function readDay(reader: RowReader) {
  const day = reader.requiredDay('日期');
  const kind = reader.choice('安排', { 放假: 'off', 上班: 'work' } as const);
  if (day !== '' && kind === 'work' && weekdayOf(day) <= 5)
    reader.refuse('安排', 'calendar.workday', '这天本来就是工作日。');
  return { reader, day, kind, note: reader.text('说明', 100) };
}
