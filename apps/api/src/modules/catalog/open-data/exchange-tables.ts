import type { ExchangeTable } from '@yitang/contract';
import { localTimeAt } from '@yitang/domain/calendar';
import type { LimitUnit } from '@yitang/domain/vocabulary';
import type { OutputCell, OutputTable } from '../../../platform/table-file/index.ts';
import { wordOf } from '../consistency/value-words.ts';
import type { RetiredMatter } from '../published-batches.ts';
import type { PublishedMatter } from '../published-matter.ts';
import * as codes from './exchange-codes.ts';
import { parts } from './exchange-parts.ts';
import type { OpenDay } from './open-day.ts';
import type { GoneRow, RowHistories, RowMark } from './row-history.ts';

type Value = OutputCell | null | undefined;

/** Columns by which a platform knows what to do with a row, in front of all others. */
const syncColumns = ['rowGuid', 'cdOperation', 'cdTime', 'cdBatch'];

/** What happened last to a row, when, and in which batch. */
function syncCells(day: OpenDay, guid: string, { operation, batchId }: RowMark): readonly OutputCell[] {
  const batch = day.batchOf({ batchId });
  const time = batch === undefined ? '' : compactTime(batch.publishedAt, day.timeZone);
  return [guid, operation, time, batch?.number ?? ''];
}

/** GB/T 7408: YYYYMMDDThhmmss on the clock of the university. */
export function compactTime(instant: Date, timeZone: string): string {
  const { date, minutes } = localTimeAt(instant, timeZone);
  const seconds = Math.floor(minutes * 60 + 1e-6);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${date.replaceAll('-', '')}T${clock.map((part) => String(part).padStart(2, '0')).join('')}`;
}

type MatterColumn = readonly [name: string, value: (matter: PublishedMatter, day: OpenDay) => Value];

const { flagCode } = codes;
const compactDay = (day: string): string => day.replaceAll('-', '');
/** No table of codes for units was at hand. */
const unitWords = (unit: LimitUnit = 'workdays'): string => wordOf('statutoryUnit', unit);
const posts = ({ guide: { isPosted, postedParts } }: PublishedMatter, part: 'materials' | 'result'): string =>
  isPosted === false ? '0' : flagCode(postedParts?.includes(part));

const matterColumns: readonly MatterColumn[] = [
  ['taskName', ({ name }) => name],
  ['localCode', ({ code }) => code],
  ['catalogCode', ({ guide }) => guide.nationalCodes?.catalog],
  ['taskCode', ({ guide }) => guide.nationalCodes?.task],
  ['taskHandleItem', ({ guide }) => guide.nationalCodes?.handlingItem],
  ['taskVersion', ({ version }) => version],
  ['taskState', ({ paused }) => (paused === null ? codes.stateCodes.inUse : codes.stateCodes.paused)],
  ['effectiveDate', ({ effectiveFrom }) => compactDay(effectiveFrom)],
  ['taskType', ({ guide }) => guide.taskType],
  ['powerSource', ({ guide }) => (guide.powerSource === undefined ? '' : codes.powerSourceCodes[guide.powerSource])],
  ['microPowerId', ({ guide }) => guide.powerCodes?.join(',')],
  ['useLevel', ({ guide }) => (guide.useLevel === undefined ? '' : wordOf('useLevel', guide.useLevel))],
  ['authorityDivision', ({ guide }) => guide.authorityDivision?.zh],
  ['exerciseContent', ({ guide }) => guide.exerciseContent?.zh],
  ['deptName', (matter, day) => day.departmentOf(matter)],
  ['deptCode', ({ guide }) => guide.bodyCode],
  ['deptNature', ({ guide }) => guide.bodyNature],
  ['handlingOffice', ({ guide }) => guide.handlingOffice],
  ['coDepts', ({ guide }, day) => guide.jointDepartmentIds?.map((id) => day.departmentName(id) ?? id).join(',')],
  ['entrustName', ({ guide }) => guide.entrustedBy],
  // Everybody on a campus is a natural person.
  ['audience', () => '1'],
  ['topics', ({ summary }) => summary.lifeEvents.map((one) => wordOf('lifeEvents', one)).join(',')],
  ['keywords', ({ summary }) => summary.keywords.join(',')],
  ['projectType', ({ guide }) => codes.projectTypeCodes[guide.projectType]],
  ['reviewType', ({ guide }) => (guide.reviewType === undefined ? '' : wordOf('reviewType', guide.reviewType))],
  ['anticipateDay', ({ guide }) => guide.statutoryDays],
  ['anticipateType', ({ guide }) => (guide.statutoryDays === null ? '' : unitWords(guide.statutoryUnit))],
  ['anticipateExplain', ({ guide }) => guide.statutoryNote?.zh],
  ['promiseDay', ({ guide }) => guide.promisedDays],
  ['promiseType', ({ guide }) => (guide.promisedDays === null ? '' : unitWords())],
  ['promiseExplain', ({ guide }) => guide.promiseNote?.zh],
  ['vacationCounts', ({ guide }) => flagCode(guide.doesVacationCount)],
  ['acceptCondition', ({ guide }) => guide.conditions.map(({ zh }) => zh).join('\n')],
  [
    'windows',
    ({ guide }) => guide.windows?.map(({ from, until }) => `${compactDay(from)}-${compactDay(until)}`).join(','),
  ],
  ['limitNum', ({ guide }) => guide.quota?.zh],
  ['intermediary', ({ guide }) => guide.intermediary?.zh],
  ['channels', ({ summary }) => [...new Set(summary.channels.map((one) => codes.channelCodes[one]))].sort().join(',')],
  ['limitSceneNum', ({ guide }) => guide.visitsOnSite],
  ['limitSceneExplain', ({ guide }) => guide.visitReason?.zh],
  ['isOnline', ({ guide }) => flagCode(guide.isOnline)],
  ['onlineUrl', ({ guide }) => guide.onlineUrl],
  ['mobileUrl', ({ guide }) => guide.mobileUrl],
  ['onlineDepth', ({ guide }) => guide.onlineDepth],
  ['handleArea', ({ guide }) => (guide.handleArea === undefined ? '' : wordOf('handleArea', guide.handleArea))],
  ['isEntryCenter', ({ guide }) => flagCode(guide.isInHall)],
  ['windowNo', ({ guide }) => guide.counterCodes?.join(',')],
  ['handlePlace', ({ guide }) => guide.places.map(({ name, address }) => `${name.zh} ${address.zh}`).join('\n')],
  ['handleTime', ({ guide }) => guide.places.map(({ hours }) => hours.zh).join('\n')],
  ['isSchedule', ({ guide }) => flagCode(guide.isBookable)],
  ['scheduleQuota', ({ guide }) => guide.booking?.perDay],
  ['scheduleRule', ({ guide }) => guide.booking?.rules?.zh],
  ['isPayOnline', ({ guide }) => flagCode(guide.isPaidOnline)],
  ['isExpress', ({ guide }) => flagCode(guide.isPosted)],
  ['isMailMaterial', (matter) => posts(matter, 'materials')],
  ['isMailResult', (matter) => posts(matter, 'result')],
  ['isServiceTerminals', ({ guide }) => flagCode(guide.isOnKiosk)],
  ['isFee', ({ guide }) => flagCode(guide.fees.length > 0)],
  ['resultType', ({ guide }) => (guide.result === null ? '' : codes.resultCodes[guide.result.kind])],
  ['resultName', ({ guide }) => guide.result?.name.zh],
  ['resultSample', ({ guide }) => guide.result?.sampleFileId],
  ['resultDelivery', ({ guide }) => guide.resultDelivery.map((one) => wordOf('resultDelivery', one)).join(',')],
  ['consultPhone', ({ guide }) => guide.consultPhone],
  ['consultAddress', ({ guide }) => guide.consultAddress?.zh],
  ['supervisePhone', ({ guide }) => guide.complaintPhone],
  ['superviseAddress', ({ guide }) => guide.complaintAddress?.zh],
  ['remedy', ({ guide }) => guide.remedy?.zh],
  ['runSystem', ({ guide }) => guide.runSystem],
  ['ssoUrl', ({ guide }) => guide.ssoUrl],
  ['ownerA', ({ guide }) => guide.ownerA?.name],
  ['ownerB', ({ guide }) => guide.ownerB?.name],
  ['byLaw', ({ guide }) => guide.basis.map(({ title, docNo }) => `《${title}》${docNo ?? ''}`).join('；')],
  ['guideUrl', (matter, day) => day.addressOf(matter)],
];

type OwnCells = Readonly<Record<string, Value>>;

function matterRow(day: OpenDay, matter: PublishedMatter): OutputCell[] {
  const mark: RowMark = { operation: matter.version === 1 ? 'I' : 'U', batchId: matter.batchId };
  return [...syncCells(day, matter.id, mark), ...matterColumns.map(([, value]) => value(matter, day) ?? '')];
}

/** A row of the matter for each of its 业务办理项, under a name and codes of its own. */
function handlingItemRows(day: OpenDay, matter: PublishedMatter, histories: RowHistories): OutputCell[][] {
  return parts.leaves.rowsOf(matter).map(({ guid, cells: [taskName, localCode, suffix] }) => {
    const task = matter.guide.nationalCodes?.task;
    const own: OwnCells = {
      taskName,
      localCode,
      taskHandleItem: task === undefined ? localCode : `${task}${suffix ?? ''}`,
    };
    return [
      ...syncCells(day, guid, markOf(matter, histories, guid)),
      ...matterColumns.map(([column, value]) => own[column] ?? value(matter, day) ?? ''),
    ];
  });
}

/** What is offered no longer: of a matter, or of a handling item, no more than its name and codes. */
function endedRow(
  day: OpenDay,
  guid: string,
  ended: { readonly batchId: string; readonly cells: OwnCells },
): OutputCell[] {
  const mark: RowMark = { operation: 'D', batchId: ended.batchId };
  const cells: OwnCells = { taskState: codes.stateCodes.retired, ...ended.cells };
  return [...syncCells(day, guid, mark), ...matterColumns.map(([name]) => cells[name] ?? '')];
}

const endedItemRows = (day: OpenDay, id: string, histories: RowHistories): OutputCell[][] =>
  (histories.get(id)?.gone.leaves ?? []).map(({ guid, batchId, cells: [taskName, localCode, , taskVersion] }) =>
    endedRow(day, guid, { batchId, cells: { taskName, localCode, taskVersion } }),
  );

/** The matters with their handling items, and behind them those that were retired, as rows to delete. */
function mattersTable(day: OpenDay, histories: RowHistories): OutputTable {
  return {
    name: 'up_matter',
    columns: [...syncColumns, ...matterColumns.map(([name]) => name)],
    rows: [
      ...day.matters.flatMap((matter) => [
        matterRow(day, matter),
        ...handlingItemRows(day, matter, histories),
        ...endedItemRows(day, matter.id, histories),
      ]),
      ...day.retired.flatMap((matter) => [
        endedRow(day, matter.id, { batchId: matter.batchId, cells: retiredCells(day, matter) }),
        ...endedItemRows(day, matter.id, histories),
      ]),
    ],
  };
}

const retiredCells = (day: OpenDay, matter: RetiredMatter): OwnCells => ({
  taskName: matter.name,
  localCode: matter.code,
  taskVersion: matter.version,
  deptName: day.departmentOf(matter),
  guideUrl: day.addressOf(matter),
});

/** A row that no history knows came with the version in force. */
const markOf = ({ id, batchId }: PublishedMatter, histories: RowHistories, guid: string): RowMark =>
  histories.get(id)?.markOf(guid) ?? { operation: 'I', batchId };

/** A table of what a matter has several of; each row names its matter and keeps its place. What went follows as it was. */
function partTable(day: OpenDay, histories: RowHistories, table: Exclude<ExchangeTable, 'matters'>): OutputTable {
  const { name, columns, rowsOf } = parts[table];
  const gone = ({ id }: { readonly id: string }): readonly GoneRow[] => histories.get(id)?.gone[table] ?? [];
  const goneRow = ({ guid, batchId, cells }: GoneRow): OutputCell[] => [
    ...syncCells(day, guid, { operation: 'D', batchId }),
    ...cells,
  ];
  return {
    name,
    columns: [...syncColumns, ...columns],
    rows: [
      ...day.matters.flatMap((matter) => [
        ...rowsOf(matter).map(({ guid, cells }) => [
          ...syncCells(day, guid, markOf(matter, histories, guid)),
          ...cells,
        ]),
        ...gone(matter).map(goneRow),
      ]),
      ...day.retired.flatMap((matter) => gone(matter).map(goneRow)),
    ],
  };
}

/** One of the tables that a platform of the province takes in. */
export const exchangeTable = (day: OpenDay, histories: RowHistories, table: ExchangeTable): OutputTable =>
  table === 'matters' ? mattersTable(day, histories) : partTable(day, histories, table);
