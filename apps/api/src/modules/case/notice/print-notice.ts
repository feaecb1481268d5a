import { civilDateAt } from '@yitang/domain/calendar';
import { inGroupsOfFour } from '@yitang/domain/numbering';
import { dayInWords, textIn, type CivilDate, type Locale } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { renderPaper } from '../../material/index.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { getOfficeActor } from '../office-actor.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { trackPathOf } from '../track/track-link.ts';
import { itemLabel } from '../view/correctable.ts';
import { findDecision } from '../view/find-decision.ts';
import { requireOwnCase } from '../view/get-my-case.ts';
import { requireHandledCase } from '../view/require-handled-case.ts';
import { chinese, english } from './notice-words.ts';

export type NoticeKind = 'correction' | 'decision';

/** What is told, without who it is told to. */
interface Told {
  readonly title: string;
  readonly facts: readonly [label: string, value: string][];
  readonly table: {
    readonly title: string;
    readonly rows: readonly [label: string, value: string | null | undefined][];
  };
  readonly note: string;
}

/** @throws ProblemError `record.not-found` also where the case was told no such thing */
export async function printMyNotice(call: Call, caseId: string, kind: NoticeKind): Promise<FileAnswer> {
  const { em, deps, principal } = call;
  const directory = await getDirectory(deps);
  return printNotice(call, await requireOwnCase(em, deps, { caseId, personId: principal.personId }), {
    directory,
    kind,
  });
}

export async function printOfficeNotice(call: Call, caseId: string, kind: NoticeKind): Promise<FileAnswer> {
  const { em, deps } = call;
  const directory = await getDirectory(deps);
  const actor = await getOfficeActor(call, directory);
  const loaded = await requireHandledCase(em, deps, { caseId, actor });
  await deps.audit.read(call, { action: 'case.print-notice', target: { type: 'case', id: caseId } });
  return printNotice(call, loaded, { directory, kind });
}

async function printNotice(
  call: Call,
  loaded: LoadedCase,
  { directory, kind }: { readonly directory: Directory; readonly kind: NoticeKind },
): Promise<FileAnswer> {
  const { deps, principal } = call;
  const { current } = loaded;
  const say = wordsOf(principal.locale);
  const told = kind === 'correction' ? correctionOf(call, loaded) : await decisionOf(call, loaded);
  if (told === undefined) throw problem('record.not-found');
  const content = await renderPaper(deps, {
    language: principal.locale,
    title: told.title,
    number: current.number,
    path: trackPathOf(deps.crypto, current) ?? `/my/cases/${current.id}`,
    facts: [
      [say.number, inGroupsOfFour(current.number)],
      [say.matter, current.matterName],
      [say.applicant, [current.applicantName, current.applicantNumber].filter(Boolean).join('　')],
      [say.department, directory.findDepartment(current.departmentId)?.name ?? ''],
      ...told.facts,
    ].map(([label = '', value = '']) => ({ label, value })),
    tables: [
      {
        title: told.table.title,
        rows: told.table.rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
        unprintable: say.unprintable,
      },
    ],
    lists: [],
    notes: [told.note],
    purpose: '扫描二维码查看办理进度　Scan to follow the case',
  });
  const fileName = `${told.title} ${inGroupsOfFour(current.number)}.pdf`;
  return new FileAnswer({ content, mediaType: 'application/pdf', fileName, disposition: 'inline' });
}

/** The last list of corrections, whether it has been answered or not. */
function correctionOf({ deps, principal }: Call, loaded: LoadedCase): Told | undefined {
  const correction = loaded.corrections.at(-1);
  if (correction === undefined) return undefined;
  const { locale } = principal;
  const say = wordsOf(locale);
  const { dueOn, items, message, secondRoundReason, requestedAt } = correction;
  return {
    title: say.correction,
    facts: [
      [say.told, inWords(civilDateAt(requestedAt, deps.config.timeZone), locale)],
      [say.due, typeof dueOn === 'string' ? inWords(dueOn, locale) : say.waits],
    ],
    table: {
      title: say.items,
      rows: [
        ...items.map((item): [string, string] => [textIn(locale, itemLabel(loaded, item)), item.reason]),
        [say.message, message],
        [say.again, secondRoundReason],
      ],
    },
    note: say.supply(loaded.matter.guide.consultPhone ?? deps.config.university.helpPhone),
  };
}

/** A decision against the applicant. */
async function decisionOf({ deps, em, principal }: Call, loaded: LoadedCase): Promise<Told | undefined> {
  const decision = await findDecision(em, loaded);
  if (decision === null || decision.outcome === 'approved') return undefined;
  const { locale } = principal;
  const say = wordsOf(locale);
  const { outcome, reason, basis, remedy, at } = decision;
  return {
    title: say[outcome],
    facts: [[say.decided, inWords(civilDateAt(new Date(at), deps.config.timeZone), locale)]],
    table: {
      title: say.content,
      rows: [
        [say.reason, reason],
        [say.basis, basis],
        [say.remedy, remedy && textIn(locale, remedy)],
      ],
    },
    note: say.ask(loaded.matter.guide.consultPhone ?? deps.config.university.helpPhone),
  };
}

const wordsOf = (locale: Locale): typeof chinese => (locale === 'en' ? english : chinese);

function inWords(day: CivilDate, locale: Locale): string {
  const words = dayInWords(day);
  return locale === 'en' ? words.en : words.zh;
}
