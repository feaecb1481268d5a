import type { CaseData } from '@yitang/contract';
import { decideSupplyCorrection, normalisedAnswers, type Application, type CorrectionItem } from '@yitang/domain/case';
import { today } from '@yitang/domain/calendar';
import { isSituationPage } from '@yitang/domain/catalog';
import {
  isSensitive,
  rulesOf,
  type Answers,
  type FormDefinition,
  type FormPage,
  type Prefilled,
} from '@yitang/domain/form';
import { refused, type Refusal } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import type { MaterialRow } from '../../material/index.ts';
import { applicantActor } from '../actors.ts';
import { refusalProblem } from '../case-problem.ts';
import { Correction } from '../correction.entity.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { answerText, staffText } from '../form/answer-lines.ts';
import { findField } from '../form/find-field.ts';
import { answerPath, issueWords } from '../form/issue-words.ts';
import { formOf } from '../matter-rules.ts';
import { momentOf } from '../moment-of.ts';
import { notifyApplicant } from '../notify.ts';
import { openCorrectionOf, type LoadedCase } from '../record/load-case.ts';
import { writeDecision } from '../record/write-decision.ts';
import { sealAnswers } from '../sealed-answers.ts';
import { currentFiles, filesWithRound, listCaseFiles } from '../view/case-files.ts';
import { presentMyCase, requireOwnCase } from '../view/get-my-case.ts';
import { sealChanges, type Change } from '../view/last-changes.ts';
import { auditAct } from './act-on-case.ts';

export interface Supply {
  readonly caseId: string;
  readonly version: number;
  readonly answers: Answers;
}

/** The applicant gives the list back: only what is on it can be changed, everything else is as locked as known data. */
export async function supplyCorrection(call: Call, supply: Supply): Promise<CaseData> {
  const directory = await getDirectory(call.deps);
  await call.deps.runCommand(call, { name: 'case.supply-correction' }, (tx) =>
    perform(call, tx, { supply, directory }),
  );
  const loaded = await requireOwnCase(call.em, call.deps, { caseId: supply.caseId, personId: call.principal.personId });
  return presentMyCase(call, loaded, directory);
}

async function perform(
  call: Call,
  tx: Tx,
  { supply, directory }: { supply: Supply; directory: Directory },
): Promise<void> {
  const loaded = await requireOwnCase(tx.em, call.deps, { caseId: supply.caseId, personId: tx.principal.personId });
  const { current, facts } = loaded;
  const open = openCorrectionOf(loaded.corrections);
  const files = await listCaseFiles(tx.em, loaded);
  const moment = momentOf(directory, current, tx.now);
  const application = mendedApplication(loaded, { answers: supply.answers, files, open });
  const command = {
    actor: applicantActor(tx.principal),
    expectedVersion: supply.version,
    application,
    answered: (open?.items ?? [])
      .filter((item) => isAnswered(item, { supply, files, round: open?.round }))
      .map(({ field }) => field),
  };
  const decided = decideSupplyCorrection(facts, command, moment);
  const locked = lockedFields(loaded.answers, supply.answers, open);
  const decision = decided.ok && locked.length > 0 ? refused(...locked) : decided;
  if (!decision.ok) {
    const { locale } = call.principal;
    const fieldOf = (refusal: Refusal): string => {
      if (refusal.field === undefined) return '';
      return refusal.code.startsWith('material.')
        ? `body.materials.${refusal.field}`
        : `body.answers.${answerPath(refusal)}`;
    };
    const textOf = (refusal: Refusal): string | undefined => issueWords(application.form, refusal, locale);
    throw refusalProblem(decision.refusals, { locale, fieldOf, textOf, otherwise: 'case.incomplete' });
  }
  const answers = normalisedAnswers(application, today(moment));
  const also = { answers: sealAnswers(call.deps.crypto, answers) };
  const context = { loaded, directory, today: today(moment), label: current.applicantName, also };
  const rows = await writeDecision(tx, decision, context);
  const changes = open === undefined ? [] : changesOf(loaded, { open, answers, files });
  const where = { caseId: current.id, state: 'open' } as const;
  await tx.em.nativeUpdate(Correction, where, {
    state: 'supplied',
    closedAt: tx.now,
    changes: sealChanges(call.deps.crypto, changes),
  });
  notifyApplicant(tx, current, 'correction-supplied');
  auditAct(tx, 'case.supply-correction', { loaded, decision, rows });
}

interface Mended {
  readonly answers: Answers;
  readonly files: readonly MaterialRow[];
  readonly open: Correction | undefined;
}

/**
 * The whole application as it would be. What was answered before and is not on the list counts as known: it is neither
 * changed nor judged again, for a date that was right when it was given may lie in the past by now.
 */
function mendedApplication(
  { answers: before, matter, corrections }: LoadedCase,
  { answers, files, open }: Mended,
): Application {
  const listed = new Set(open?.items.map(({ field }) => field));
  const form = formOf(matter);
  // What is reckoned follows from the others, changed or not.
  const kept = Object.entries(before).filter(([key]) => !listed.has(key) && !isReckoned(form, key));
  const locked: Prefilled = Object.fromEntries(
    kept.map(([key, value]) => [key, { value, source: 'person.name', isLocked: true }]),
  );
  return {
    form: withoutSituations(form, (key) => !Object.hasOwn(before, key) && !listed.has(key)),
    answers,
    prefilled: locked,
    requirements: matter.guide.materials,
    uploads: filesWithRound(files, corrections, open?.round ?? 0).map(({ requirementKey, type, size }) => ({
      requirementKey,
      type,
      bytes: size,
    })),
  };
}

/** A situation that was not asked for when the case was handed in is not asked for now: nobody could answer it. */
function withoutSituations({ pages }: FormDefinition, isLeftOut: (key: string) => boolean): FormDefinition {
  const asked = (page: FormPage): FormPage => ({ ...page, fields: page.fields.filter(({ key }) => !isLeftOut(key)) });
  return { pages: pages.map((page) => (isSituationPage(page) ? asked(page) : page)) };
}

const isReckoned = (form: FormDefinition, key: string): boolean => {
  const field = findField(form, key);
  return field !== undefined && rulesOf(field).isSilent === true;
};

/** Answers that are not on the list and that somebody sends changed all the same. */
function lockedFields(before: Answers, sent: Answers, open: Correction | undefined): Refusal[] {
  const listed = new Set(open?.items.map(({ field }) => field));
  return Object.keys(sent)
    .filter((key) => !listed.has(key) && Object.hasOwn(before, key))
    .filter((key) => JSON.stringify(sent[key]) !== JSON.stringify(before[key]))
    .map((field) => ({ code: 'field.locked', field }));
}

interface Answered {
  readonly supply: Supply;
  readonly files: readonly MaterialRow[];
  readonly round: number | undefined;
}

function isAnswered({ kind, field }: CorrectionItem, { supply, files, round }: Answered): boolean {
  if (kind === 'material') return files.some((file) => file.requirementKey === field && file.round === round);
  return Object.hasOwn(supply.answers, field) && supply.answers[field] !== '';
}

interface Supplied {
  readonly open: Correction;
  readonly answers: Answers;
  readonly files: readonly MaterialRow[];
}

/** What whoever handles the case sees first when it comes back. */
function changesOf(loaded: LoadedCase, { open, answers, files }: Supplied): Change[] {
  const form = formOf(loaded.matter);
  const before = currentFiles(files, loaded.corrections);
  const names = (of: readonly MaterialRow[], key: string): string =>
    of
      .filter(({ requirementKey }) => requirementKey === key)
      .map(({ name }) => name)
      .join('、');
  const listed = open.items.map(({ kind, field: key }): Change => {
    if (kind === 'answer') return answerChange(form, key, { before: loaded.answers, after: answers });
    const label = loaded.matter.guide.materials.find((one) => one.key === key)?.name ?? { zh: key };
    const now = files.filter(({ round }) => round === open.round);
    return { field: key, label, before: names(before, key), after: names(now, key), masked: null };
  });
  const reckoned = form.pages
    .flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'computed'))
    .filter(({ key }) => loaded.answers[key] !== answers[key])
    .map(({ key }) => answerChange(form, key, { before: loaded.answers, after: answers }));
  return [...listed, ...reckoned];
}

function answerChange(form: FormDefinition, key: string, of: { before: Answers; after: Answers }): Change {
  const field = findField(form, key);
  if (field === undefined) return { field: key, label: { zh: key }, before: '', after: '', masked: null };
  // Offices read Chinese.
  const words = (answers: Answers): string => answerText(field, answers[key], 'zh-CN');
  const shown = (answers: Answers): string => staffText(field, answers[key], 'zh-CN');
  return {
    field: key,
    label: field.label,
    before: words(of.before),
    after: words(of.after),
    masked: isSensitive(field) ? { before: shown(of.before), after: shown(of.after) } : null,
  };
}
