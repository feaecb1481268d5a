import type { Answer, Issue, surveyEndpoints } from '@yitang/contract';
import { decideOutcome, type OutcomeNote, type SurveyAnswer as Answered } from '@yitang/domain/survey';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import {
  readRow,
  readTable,
  readUploadedTable,
  refuseRepeated,
  requireColumns,
  type RowReader,
  type Table,
} from '../../../platform/table-file/index.ts';
import { callColumns, causeWords, levelWords, outcomeWords } from './outcome-words.ts';
import { surveyTarget } from './plan-survey.ts';
import { isSame, requireRunning, writeOutcome } from './record-outcome.ts';
import { requireAct } from './survey-access.ts';
import { columnOf, saySurvey } from './survey-problem.ts';
import { SurveyAnswer, SurveyCall } from './survey.entity.ts';

type Report = Answer<(typeof surveyEndpoints)['importSurveyOutcomes']>;

interface Plan {
  readonly rows: number;
  readonly issues: readonly Issue[];
  readonly empty: number;
  readonly unchanged: number;
  readonly news: readonly { readonly call: SurveyCall; readonly answer: Answered }[];
}

/**
 * Takes the returned call list in. With one wrong row nothing is imported; the same file again changes nothing.
 * @throws `import.unreadable`, and without a dry run `import.rows` with every fault
 */
export async function importOutcomes(call: Call, id: string, isDryRun: boolean): Promise<Report> {
  requireAct(call, 'survey.manage');
  const table = await readTable(await readUploadedTable(call.ctx.req));
  if (isDryRun) {
    await requireRunning(call, id);
    const plan = await planImport(call.em, id, table);
    await call.deps.audit.read(call, { action: 'survey.check-import', target: { type: 'survey', id } });
    return reportOf(plan, true);
  }
  return call.deps.runCommand(call, { name: 'survey.import' }, async (tx) => {
    await requireRunning(tx, id);
    const plan = await planImport(tx.em, id, table);
    if (plan.issues.length > 0) throw problem('import.rows', { issues: plan.issues });
    for (const { call: called, answer } of plan.news) await writeOutcome(tx, called, answer);
    const report = reportOf(plan, false);
    const { rows, recorded, unchanged, empty } = report;
    tx.audit({
      action: 'survey.import',
      ...surveyTarget(id),
      outcome: 'done',
      after: { rows, recorded, unchanged, empty },
    });
    return report;
  });
}

const reportOf = ({ rows, issues, empty, unchanged, news }: Plan, isDryRun: boolean): Report => ({
  ...{ isDryRun, rows, empty, unchanged },
  issues: [...issues],
  recorded: news.length,
});

async function planImport(em: Em, surveyId: string, table: Table): Promise<Plan> {
  const issues: Issue[] = [...table.issues];
  const nothing = { rows: table.rows.length, issues, empty: 0, unchanged: 0, news: [] };
  if (!requireColumns(table.columns, callColumns.slice(0, 2).concat(callColumns.slice(7, 11)), issues)) return nothing;
  const rows = table.rows.map((row) => readOutcome(readRow(row, issues)));
  refuseRepeated(
    rows.map(({ reader, no }) => [reader, no ?? `row ${reader.number}`]),
    '序号',
  );
  const calls = await em.find(SurveyCall, { surveyId }, { disableIdentityMap: true });
  const answers = await em.find(SurveyAnswer, { surveyId }, { disableIdentityMap: true });
  const known = { calls: new Map(calls.map((one) => [String(one.no), one])), answers: byId(answers) };
  let [empty, unchanged] = [0, 0];
  const news: { call: SurveyCall; answer: Answered }[] = [];
  for (const row of rows) {
    if (row.reader.hasIssues) continue;
    const judged = judge(row, known);
    if (judged === 'empty') empty += 1;
    else if (judged === 'unchanged') unchanged += 1;
    else if (judged !== undefined) news.push(judged);
  }
  return { rows: table.rows.length, issues, empty, unchanged, news };
}

const byId = (answers: readonly SurveyAnswer[]) => new Map(answers.map((answer) => [answer.id, answer]));

interface OutcomeRow {
  readonly reader: RowReader;
  readonly no: string | null;
  readonly caseNumber: string;
  readonly note: OutcomeNote | null;
  readonly reason: string | null;
}

function readOutcome(reader: RowReader): OutcomeRow {
  const no = reader.requiredText('序号', 10);
  const caseNumber = reader.requiredText('办件编号', 40);
  const outcome = reader.text('联系结果', 10) === null ? null : reader.choice('联系结果', outcomeWords);
  const trips = reader.text('跑动次数', 10);
  if (trips !== null && !/^-?\d+$/.test(trips)) reader.refuse('跑动次数', 'cell.number', '请填写整数，如 1。');
  const level = reader.text('满意程度', 10) === null ? null : reader.choice('满意程度', levelWords);
  const causes = reader.list('多跑原因', 60).flatMap((word) => {
    const cause = Object.hasOwn(causeWords, word) ? causeWords[word] : undefined;
    if (cause === undefined)
      reader.refuse('多跑原因', 'cell.choice', `请填写：${Object.keys(causeWords).join('、')}。`);
    return cause === undefined ? [] : [cause];
  });
  const told = { trips: trips === null ? null : Number(trips), level: level ?? null, causes };
  if (outcome === null && (trips !== null || told.level !== null || causes.length > 0)) {
    reader.refuse('联系结果', 'cell.required', '填了回答，还要填写联系结果。');
  }
  return {
    ...{ reader, no: no === '' ? null : no, caseNumber, reason: reader.text('更正理由', 200) },
    note: outcome === null || outcome === undefined ? null : { outcome, ...told },
  };
}

interface Known {
  readonly calls: ReadonlyMap<string, SurveyCall>;
  readonly answers: ReadonlyMap<string, SurveyAnswer>;
}

type Judged = 'empty' | 'unchanged' | { readonly call: SurveyCall; readonly answer: Answered };
const nothingSaid: OutcomeNote = { outcome: 'unreached', trips: null, level: null, causes: [] };

/** undefined: refused, with its faults noted. */
function judge({ reader, no, caseNumber, note, reason }: OutcomeRow, known: Known): Judged | undefined {
  const listed = known.calls.get(no ?? '');
  const call = listed?.caseNumber === caseNumber ? listed : undefined;
  if (call !== undefined && note === null) return 'empty';
  if (isNoted(call && known.answers.get(call.answerId ?? ''), note)) return 'unchanged';
  const decided = decideOutcome(note ?? nothingSaid, { known: call && knownOf(call), reason });
  if (decided.ok) return call && { call, answer: decided.answer };
  for (const refusal of decided.refusals) reader.refuse(columnOf(refusal.code), refusal.code, saySurvey(refusal));
  return undefined;
}

const knownOf = ({ outcome }: SurveyCall) => outcome ?? null;

const isNoted = (answer: SurveyAnswer | undefined, note: OutcomeNote | null): boolean =>
  answer !== undefined &&
  note !== null &&
  isSame({ ...answer, trips: answer.trips ?? null, level: answer.level ?? null }, note);
