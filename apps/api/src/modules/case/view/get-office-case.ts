import type { OfficeCaseData } from '@yitang/contract';
import { availableActions, extensionDaysLeft, isExtensible } from '@yitang/domain/case';
import type { Moment } from '@yitang/domain/calendar';
import { maskIdNumber, maskPhone } from '@yitang/domain/person';
import type { CaseAction } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findPersonalValues } from '../../identity/index.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { answerGroups } from '../form/answer-lines.ts';
import { formOf } from '../matter-rules.ts';
import { momentOf } from '../moment-of.ts';
import { getOfficeActor, relationTo, type OfficeActor } from '../office-actor.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { findCaseTrips } from '../visit/find-case-trips.ts';
import { listCaseVisits } from '../visit/list-case-visits.ts';
import { tripRuleOf } from '../visit/trip-rule.ts';
import { currentFiles, listCaseFiles, presentCaseFiles } from './case-files.ts';
import { caseLight, officeDue } from './case-light.ts';
import { stationsOf } from './case-progress.ts';
import { correctableItems } from './correctable.ts';
import { findExtensions, findOpenExtension } from './find-extensions.ts';
import { findSuspension } from './find-suspension.ts';
import { extensionProcedures, suspensionGrounds } from './special-procedures.ts';
import { presentChanges } from './last-changes.ts';
import { listTimeline } from './list-timeline.ts';
import { requireHandledCase } from './require-handled-case.ts';

/** A case that the caller may handle; the look is logged before anything is shown (R-AUD-2). */
export async function getOfficeCase(call: Call, caseId: string): Promise<OfficeCaseData> {
  const directory = await getDirectory(call.deps);
  const actor = await getOfficeActor(call, directory);
  const loaded = await requireHandledCase(call.em, call.deps, { caseId, actor });
  await call.deps.audit.read(call, { action: 'case.read', target: { type: 'case', id: caseId } });
  return present(call, loaded, { actor, directory });
}

interface Beholder {
  readonly actor: OfficeActor;
  readonly directory: Directory;
}

/** The case after an act of the caller, which has left its own entry. */
export async function showOfficeCase(call: Call, of: Beholder & { caseId: string }): Promise<OfficeCaseData> {
  return present(call, await requireHandledCase(call.em, call.deps, of), of);
}

async function present(call: Call, loaded: LoadedCase, { actor, directory }: Beholder): Promise<OfficeCaseData> {
  const { em, deps, now, principal } = call;
  const { current, matter, answers, corrections } = loaded;
  const values = await findPersonalValues(em, current.personId, deps.crypto);
  const visits = await listCaseVisits(em, current);
  const files = await listCaseFiles(em, loaded);
  const moment = momentOf(directory, current, now);
  return {
    id: current.id,
    number: current.number,
    version: current.version,
    matter: { code: current.matterCode, name: current.matterName, version: current.matterVersion },
    status: current.status,
    applicant: {
      name: current.applicantName,
      number: current.applicantNumber ?? null,
      department: current.applicantDepartment ?? null,
      phoneMasked: values.phone === null ? null : maskPhone(values.phone),
      idNumberMasked: values.idNumber === null ? null : maskIdNumber(values.idNumber),
    },
    submittedAt: current.submittedAt.toISOString(),
    dueDate: officeDue(current),
    isWaitingForCalendar: typeof current.waitsForYear === 'number',
    light: caseLight(current, moment),
    suspension: await findSuspension(em, loaded),
    suspensionGrounds: suspensionGrounds(matter.guide),
    extensions: await findExtensions(em, loaded),
    openExtension: await findOpenExtension(em, loaded, moment),
    ...extensionLimits(loaded),
    stations: stationsOf(loaded, { directory, now, locale: principal.locale }),
    answers: answerGroups(formOf(matter), answers, {
      isMasked: true,
      locale: principal.locale,
    }),
    materials: presentCaseFiles(currentFiles(files, corrections), loaded),
    correctable: correctableItems(loaded),
    correctionRounds: current.correctionRounds,
    changes: presentChanges(loaded, deps.crypto),
    timeline: await listTimeline(em, loaded),
    visits,
    trips: await findCaseTrips(em, loaded, { visits, rule: tripRuleOf(deps.config) }),
    availableActions: offeredActions(loaded, { actor, moment }),
    nextId: await findNext(em, loaded),
  };
}

const offered: ReadonlySet<CaseAction> = new Set([
  'accept',
  'accept-tolerantly',
  'request-correction',
  'refuse',
  'pass',
  'approve',
  'decline',
  'suspend',
  'resume',
  'request-extension',
  'extend',
  'approve-extension',
  'decline-extension',
]);

/** These need a promise that still holds. */
const lengthening: ReadonlySet<CaseAction> = new Set(['request-extension', 'extend', 'approve-extension']);

/** These need days that are left. */
const adding: ReadonlySet<CaseAction> = new Set(['request-extension', 'extend']);

/** By how much it may still be lengthened: of each procedure that the guide names, or at all. */
function extensionLimits({ facts, matter }: LoadedCase) {
  const procedures = extensionProcedures(matter.guide).map((procedure) => ({
    ...{ name: procedure.name, basis: procedure.basis },
    daysLeft: extensionDaysLeft(facts, procedure),
  }));
  const left = procedures.map(({ daysLeft }) => daysLeft);
  return {
    extensionProcedures: procedures,
    extensionDaysLeft: left.length === 0 ? extensionDaysLeft(facts) : Math.max(...left),
  };
}

/** What there is a button for. 容缺受理 goes through the same door as acceptance. */
function offeredActions(
  loaded: LoadedCase,
  { actor, moment }: { actor: OfficeActor; moment: Moment },
): OfficeCaseData['availableActions'] {
  const { facts, current } = loaded;
  const isOver = !isExtensible(facts, moment);
  const isExhausted = extensionLimits(loaded).extensionDaysLeft === 0;
  const actions = availableActions(facts, relationTo(actor, current));
  const shown = actions.filter(
    (action) => offered.has(action) && !(isOver && lengthening.has(action)) && !(isExhausted && adding.has(action)),
  );
  return shown.includes('accept-tolerantly') ? ['accept', ...shown] : shown;
}

/** The next case of the same inbox, so that nobody has to go back to the list. */
async function findNext(em: Em, { current }: LoadedCase): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select id from cases where inbox_post = ? and inbox_view = 'open' and inbox_order >= ? and id <> ?
      order by inbox_order, id limit 1`,
    [current.inboxPost ?? '', current.inboxView === 'open' ? current.inboxOrder : '', current.id],
  );
  return row?.id ?? null;
}
