import type { ExchangeTable } from '@yitang/contract';
import { localTimeAt } from '@yitang/domain/calendar';
import { handlingItemsOf } from '@yitang/domain/catalog';
import type * as words from '@yitang/domain/vocabulary';
import { createHash } from 'node:crypto';
import type { OutputCell, OutputTable } from '../../../platform/table-file/index.ts';
import type { RetiredMatter } from '../published-batches.ts';
import type { PublishedMatter } from '../published-matter.ts';
import type { OpenDay } from './open-day.ts';
import { situationInWords } from './situation-in-words.ts';

type Value = OutputCell | null | undefined;

// Code sets of GB/T 39046-2020 (A.4 to A.6) and those that platforms of government services use beside them.
const channelCodes = { counter: '1', online: '2', mobile: '3', post: '4', kiosk: '9', other: '9' } as const;
const projectTypeCodes = { instant: '1', promised: '2', other: '9' } as const;
const powerSourceCodes = {
  own: '1',
  'handed-down': '2',
  'authorised-above': '3',
  'authorised-same': '4',
  'entrusted-above': '5',
  'entrusted-same': '6',
} as const satisfies Record<words.PowerSource, string>;
const resultCodes = { licence: '10', document: '20', other: '30', none: '99' } as const;
const necessityCodes = { required: '1', optional: '2', tolerable: '3' } as const;
const paperCodes = { paper: '1', electronic: '2', either: '3' } as const;
const sourceCodes = { applicant: '10', shared: '99', own: '99' } as const satisfies Record<words.SourceMode, string>;
const states = { inUse: '1', paused: '2', retired: '3' } as const;

/** Columns by which a platform knows what to do with a row, in front of all others. */
const syncColumns = ['rowGuid', 'cdOperation', 'cdTime', 'cdBatch'];

/** What happened last to a matter: I (new), U (changed) or D (retired), when, and in which batch. */
function syncOf(
  day: OpenDay,
  matter: PublishedMatter | RetiredMatter,
  rowGuid: string,
): readonly [guid: string, operation: string, time: string, batch: OutputCell] {
  const operation = 'retiredOn' in matter ? 'D' : matter.version === 1 ? 'I' : 'U';
  const batch = day.batchOf(matter);
  const time = batch === undefined ? '' : compactTime(batch.publishedAt, day.timeZone);
  return [rowGuid, operation, time, batch?.number ?? ''];
}

/** GB/T 7408: YYYYMMDDThhmmss on the clock of the university. */
export function compactTime(instant: Date, timeZone: string): string {
  const { date, minutes } = localTimeAt(instant, timeZone);
  const seconds = Math.floor(minutes * 60 + 1e-6);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${date.replaceAll('-', '')}T${clock.map((part) => String(part).padStart(2, '0')).join('')}`;
}

/** An id of the form of a UUID (version 8) that a part of a matter keeps as long as it keeps its place. */
export function partGuid(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join('/')).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0b11) | 0b1000).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}

type MatterColumn = readonly [name: string, value: (matter: PublishedMatter, day: OpenDay) => Value];

const flag = (is: boolean | undefined): string => (is === true ? '1' : '0');

const matterColumns: readonly MatterColumn[] = [
  ['taskName', ({ name }) => name],
  ['localCode', ({ code }) => code],
  ['catalogCode', ({ guide }) => guide.nationalCodes?.catalog],
  ['taskCode', ({ guide }) => guide.nationalCodes?.task],
  ['taskHandleItem', ({ guide }) => guide.nationalCodes?.handlingItem],
  ['taskVersion', ({ version }) => version],
  ['taskState', ({ paused }) => (paused === null ? states.inUse : states.paused)],
  ['effectiveDate', ({ effectiveFrom }) => effectiveFrom.replaceAll('-', '')],
  ['taskType', ({ guide }) => guide.taskType],
  ['powerSource', ({ guide }) => (guide.powerSource === undefined ? '' : powerSourceCodes[guide.powerSource])],
  ['deptName', (matter, day) => day.departmentOf(matter)],
  ['deptCode', ({ guide }) => guide.bodyCode],
  ['deptNature', ({ guide }) => guide.bodyNature],
  ['handlingOffice', ({ guide }) => guide.handlingOffice],
  // Everybody on a campus is a natural person.
  ['audience', () => '1'],
  ['projectType', ({ guide }) => projectTypeCodes[guide.projectType]],
  ['anticipateDay', ({ guide }) => guide.statutoryDays],
  ['promiseDay', ({ guide }) => guide.promisedDays],
  ['acceptCondition', ({ guide }) => guide.conditions.map(({ zh }) => zh).join('\n')],
  ['limitNum', ({ guide }) => guide.quota?.zh],
  ['channels', ({ summary }) => [...new Set(summary.channels.map((one) => channelCodes[one]))].sort().join(',')],
  ['limitSceneNum', ({ guide }) => guide.visitsOnSite],
  ['limitSceneExplain', ({ guide }) => guide.visitReason?.zh],
  ['isOnline', ({ guide }) => flag(guide.isOnline)],
  ['onlineUrl', ({ guide }) => guide.onlineUrl],
  ['mobileUrl', ({ guide }) => guide.mobileUrl],
  ['onlineDepth', ({ guide }) => guide.onlineDepth],
  ['isSchedule', ({ guide }) => flag(guide.isBookable)],
  ['isPayOnline', ({ guide }) => flag(guide.isPaidOnline)],
  ['isExpress', ({ guide }) => flag(guide.isPosted)],
  ['isServiceTerminals', ({ guide }) => flag(guide.isOnKiosk)],
  ['isFee', ({ guide }) => flag(guide.fees.length > 0)],
  ['resultType', ({ guide }) => (guide.result === null ? '' : resultCodes[guide.result.kind])],
  ['resultName', ({ guide }) => guide.result?.name.zh],
  ['consultPhone', ({ guide }) => guide.consultPhone],
  ['supervisePhone', ({ guide }) => guide.complaintPhone],
  ['remedy', ({ guide }) => guide.remedy?.zh],
  ['byLaw', ({ guide }) => guide.basis.map(({ title, docNo }) => `《${title}》${docNo ?? ''}`).join('；')],
  ['guideUrl', (matter, day) => day.addressOf(matter)],
];

/** A row of the matter for each of its 业务办理项, under a name and codes of its own. */
function handlingItemRows(day: OpenDay, matter: PublishedMatter): OutputCell[][] {
  return handlingItemsOf(matter).map(({ code, name, suffix }) => {
    const task = matter.guide.nationalCodes?.task;
    const own: Readonly<Record<string, Value>> = {
      taskName: `${matter.name}（${name.zh}）`,
      localCode: code,
      taskHandleItem: task === undefined ? code : task + suffix,
    };
    return [
      ...syncOf(day, matter, partGuid('leaf', matter.id, suffix)),
      ...matterColumns.map(([column, value]) => own[column] ?? value(matter, day) ?? ''),
    ];
  });
}

/** The matters with their handling items, and behind them those that were retired, as rows to delete. */
function mattersTable(day: OpenDay): OutputTable {
  const retiredCells: Readonly<Record<string, (matter: RetiredMatter) => Value>> = {
    taskName: ({ name }) => name,
    localCode: ({ code }) => code,
    taskVersion: ({ version }) => version,
    taskState: () => states.retired,
    deptName: (matter) => day.departmentOf(matter),
    guideUrl: (matter) => day.addressOf(matter),
  };
  return {
    name: 'up_matter',
    columns: [...syncColumns, ...matterColumns.map(([name]) => name)],
    rows: [
      ...day.matters.flatMap((matter) => [
        [...syncOf(day, matter, matter.id), ...matterColumns.map(([, value]) => value(matter, day) ?? '')],
        ...handlingItemRows(day, matter),
      ]),
      ...day.retired.map((matter) => [
        ...syncOf(day, matter, matter.id),
        ...matterColumns.map(([name]) => retiredCells[name]?.(matter) ?? ''),
      ]),
    ],
  };
}

interface Part<Item> {
  readonly table: ExchangeTable;
  readonly name: string;
  readonly itemsOf: (matter: PublishedMatter) => readonly Item[];
  readonly columns: readonly (readonly [name: string, value: (item: Item, matter: PublishedMatter) => Value])[];
}

/** A table of what a matter has several of; each row names its matter and keeps its place. */
function partTable<Item>(day: OpenDay, { table, name, itemsOf, columns }: Part<Item>): OutputTable {
  return {
    name,
    columns: [...syncColumns, 'taskGuid', 'orderNum', ...columns.map(([column]) => column)],
    rows: day.matters.flatMap((matter) =>
      itemsOf(matter).map((item, index) => [
        ...syncOf(day, matter, partGuid(table, matter.id, index)),
        matter.id,
        index + 1,
        ...columns.map(([, value]) => value(item, matter) ?? ''),
      ]),
    ),
  };
}

/** 1 original, 2 copy, 3 both; '' where the paper is not counted. */
const copiesCode = ({ originals, copies }: { readonly originals: number; readonly copies: number }): string =>
  originals > 0 && copies > 0 ? '3' : originals > 0 ? '1' : copies > 0 ? '2' : '';

const makers: Readonly<Record<ExchangeTable, (day: OpenDay) => OutputTable>> = {
  matters: mattersTable,
  materials: (day) =>
    partTable(day, {
      table: 'materials',
      name: 'up_material',
      itemsOf: ({ guide }) => guide.materials,
      columns: [
        ['materialName', ({ name }) => name.zh],
        ['materialType', copiesCode],
        ['originalNum', ({ originals }) => originals],
        ['copyNum', ({ copies }) => copies],
        ['materialForm', ({ form }) => paperCodes[form]],
        ['necessity', ({ necessity }) => necessityCodes[necessity]],
        ['sourceType', ({ sourceMode }) => sourceCodes[sourceMode]],
        ['sourceExplain', ({ sharedFrom }) => sharedFrom?.zh],
        ['issuer', ({ issuer }) => issuer],
        ['validity', ({ validity }) => validity?.zh],
        ['acceptStand', ({ standard }) => standard?.zh],
        ['fillExplain', ({ instructions }) => instructions?.zh],
        ['byLaw', ({ basis }) => basis],
        ['situation', ({ showWhen }, matter) => situationInWords(matter, showWhen)],
      ],
    }),
  steps: (day) =>
    partTable(day, {
      table: 'steps',
      name: 'up_flow',
      itemsOf: ({ guide }) => guide.steps,
      columns: [
        ['stepName', ({ name }) => name.zh],
        ['handler', ({ by }) => by.zh],
        ['limitDay', ({ days }) => days],
        ['standard', ({ standard }) => standard?.zh],
        ['result', ({ result }) => result?.zh],
        ['situation', ({ showWhen }, matter) => situationInWords(matter, showWhen)],
      ],
    }),
  fees: (day) =>
    partTable(day, {
      table: 'fees',
      name: 'up_fee',
      itemsOf: ({ guide }) => guide.fees,
      columns: [
        ['feeName', ({ name }) => name.zh],
        ['feeStand', ({ amountFen }) => (amountFen / 100).toFixed(2)],
        ['byLaw', ({ basis }) => basis],
        ['descExplain', ({ reduction }) => reduction?.zh],
      ],
    }),
};

/** One of the tables that a platform of the province takes in. */
export const exchangeTable = (day: OpenDay, table: ExchangeTable): OutputTable => makers[table](day);
