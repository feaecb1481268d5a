import type { Answer, Input, surveyEndpoints } from '@yitang/contract';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { workbookType, writeCsv, writeXlsx, type OutputCell } from '../../../platform/table-file/index.ts';
import { findContacts, type Contact } from '../../identity/index.ts';
import { departmentNames } from '../../organization/index.ts';
import { callColumns, causeWords, levelWords, outcomeWords } from './outcome-words.ts';
import { requireAct, requireSurvey } from './survey-access.ts';
import { surveyProblem } from './survey-problem.ts';
import { SurveyAnswer, SurveyCall, SurveyFrameCase, SurveyStratum } from './survey.entity.ts';

type Endpoints = typeof surveyEndpoints;
const quiet = { disableIdentityMap: true } as const;

/** The drawn cases in the order of the sample; on a screen nobody needs the whole number. */
export async function listCalls(
  call: Call,
  id: string,
  { after, limit, outcome }: Input<Endpoints['listSurveyCalls']>['query'],
): Promise<Answer<Endpoints['listSurveyCalls']>> {
  requireAct(call, 'survey.manage');
  await requireSurvey(call.em, id);
  const wanted = outcome === undefined ? {} : { outcome: outcome === 'none' ? null : outcome };
  const from = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  const calls = await call.em.find(
    SurveyCall,
    { surveyId: id, no: { $gt: from }, ...wanted },
    { ...quiet, orderBy: { no: 'asc' }, limit: limit + 1 },
  );
  const shown = calls.slice(0, limit);
  const parts = await partsOf(call, id, shown);
  const items = shown.map((one) => {
    const contact = parts.contacts.get(one.personId);
    const answer = parts.answers.get(one.answerId ?? '');
    const stratum = parts.strata.get(one.ordinal);
    return {
      ...{ no: one.no, caseNumber: one.caseNumber, outcome: one.outcome ?? null },
      ...{ matterName: stratum?.matterName ?? '', place: stratum?.place ?? '' },
      ...{ name: maskName(contact), phone: maskPhone(contact) },
      ...{ trips: answer?.trips ?? null, level: answer?.level ?? null, causes: [...(answer?.causes ?? [])] },
    };
  });
  const last = shown.at(-1);
  return { items, ...(calls.length > limit && last && { next: String(last.no) }) };
}

/**
 * The call list with names and phones, for the third party: the only place where they are open. The read is recorded
 * with its purpose before anything is handed out.
 */
export async function exportCalls(
  call: Call,
  id: string,
  { purpose, format }: Input<Endpoints['exportSurveyCalls']>['query'],
): Promise<FileAnswer> {
  requireAct(call, 'survey.reveal-contacts');
  const survey = await requireSurvey(call.em, id);
  const calls = await call.em.find(SurveyCall, { surveyId: id }, { ...quiet, orderBy: { no: 'asc' } });
  if (calls.length === 0) throw surveyProblem([{ code: 'survey.wrong-status' }]);
  const target = { type: 'survey', id };
  await call.deps.audit.read(call, { action: 'survey.reveal-contacts', target, purpose, fields: ['name', 'phone'] });
  const { contacts, answers, strata } = await partsOf(call, id, calls);
  const departments = await departmentNames(
    call.em,
    [...strata.values()].map(({ departmentId }) => departmentId),
  );
  const rows = calls.map((one) => {
    const stratum = strata.get(one.ordinal);
    const department = departments.get(stratum?.departmentId ?? '') ?? '';
    return [
      ...[one.no, one.caseNumber, stratum?.matterName ?? '', department, stratum?.place ?? ''],
      ...contactCells(contacts.get(one.personId)),
      ...answerCells(answers.get(one.answerId ?? '')),
    ];
  });
  const table = { name: survey.number, columns: [...callColumns], rows };
  const isCsv = format === 'csv';
  return new FileAnswer({
    content: isCsv ? writeCsv(table) : await writeXlsx([table]),
    mediaType: isCsv ? 'text/csv; charset=utf-8' : workbookType,
    fileName: `${survey.number}-访问名单.${format}`,
  });
}

/** The frozen frame with its fingerprint and seed, while it is kept. */
export async function exportFrame(call: Call, id: string): Promise<FileAnswer> {
  requireAct(call, 'survey.read');
  const { number } = await requireSurvey(call.em, id);
  const strata = await strataOf(call, id);
  const cases = await call.em.find(SurveyFrameCase, { surveyId: id }, { ...quiet, orderBy: { number: 'asc' } });
  if (cases.length === 0) throw surveyProblem([{ code: 'survey.wrong-status' }]);
  const rows = cases.map((one) => [one.number, strata.get(one.ordinal)?.key ?? '']);
  const content = writeCsv({ name: number, columns: ['办件编号', '层'], rows });
  return new FileAnswer({ content, mediaType: 'text/csv; charset=utf-8', fileName: `${number}-抽样框.csv` });
}

const contactCells = (contact: Contact | undefined): OutputCell[] => [contact?.name ?? '', contact?.phone ?? ''];

/** What is known already, as the agency would write it; the reason for a change is left to be filled in. */
function answerCells(answer: SurveyAnswer | undefined): OutputCell[] {
  if (answer === undefined) return ['', '', '', '', ''];
  const causes = answer.causes.map((cause) => wordOf(causeWords, cause)).join('、');
  return [wordOf(outcomeWords, answer.outcome), answer.trips ?? '', wordOf(levelWords, answer.level), causes, ''];
}

async function strataOf({ em }: Call, surveyId: string): Promise<Map<number, SurveyStratum>> {
  const strata = await em.find(SurveyStratum, { surveyId }, quiet);
  return new Map(strata.map((stratum) => [stratum.ordinal, stratum]));
}

async function partsOf(call: Call, surveyId: string, calls: readonly SurveyCall[]) {
  const strata = await strataOf(call, surveyId);
  const ids = calls.flatMap(({ answerId }) => (answerId ? [answerId] : []));
  const answers = ids.length === 0 ? [] : await call.em.find(SurveyAnswer, { surveyId, id: { $in: ids } }, quiet);
  const people = calls.map(({ personId }) => personId);
  const contacts = await findContacts(call.em, people, call.deps.crypto);
  return { strata, contacts, answers: new Map(answers.map((answer) => [answer.id, answer])) };
}

const maskName = (contact: Contact | undefined): string | null => {
  const [first] = contact?.name ?? '';
  return first === undefined ? null : `${first}*`;
};
const maskPhone = (contact: Contact | undefined): string | null => {
  const phone = contact?.phone ?? null;
  return phone === null ? null : `${phone.slice(0, 3)}****${phone.slice(-2)}`;
};

const wordOf = (words: Readonly<Record<string, unknown>>, value: unknown): string =>
  value === undefined || value === null
    ? ''
    : (Object.keys(words).find((word) => words[word] === value && !/^\d$/.test(word)) ?? '');
