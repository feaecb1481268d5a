import type { OfficeCaseData } from '@yitang/contract';
import { addWorkdays, type Due, type Moment, today } from '@yitang/domain/calendar';
import { decideRequestCorrection, type CorrectionItem } from '@yitang/domain/case';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Correction } from '../correction.entity.ts';
import { notifyApplicant } from '../notify.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { correctableItems } from '../view/correctable.ts';
import { actOnCase, type Done } from './act-on-case.ts';

export interface CorrectionList {
  readonly caseId: string;
  readonly version: number;
  readonly items: readonly { readonly field: string; readonly reason: string }[];
  readonly message?: string | undefined;
  readonly secondRoundReason?: string | undefined;
}

/** 补正告知: one list of all that is missing; the clock stands until the applicant gives it back. */
export function requestCorrection(call: Call, list: CorrectionList): Promise<OfficeCaseData> {
  const { caseId, version, message, secondRoundReason } = list;
  return actOnCase(call, {
    action: 'case.request-correction',
    caseId,
    version,
    decide: (loaded, command, moment) =>
      decideRequestCorrection(
        loaded.facts,
        { ...command, items: itemsOf(loaded, list.items), message, secondRoundReason },
        moment,
      ),
    columns: ({ loaded, moment }) => ({
      waitsForYear: correctionDue(moment, loaded.current.correctionDays).waitsForYear,
    }),
    also: writeCorrection,
  });
}

/** @throws ProblemError for something that the applicant could not correct */
function itemsOf(loaded: LoadedCase, items: CorrectionList['items']): CorrectionItem[] {
  const correctable = new Map(correctableItems(loaded).map((item) => [item.field, item.kind]));
  const unknown = items.flatMap(({ field }, index) => (correctable.has(field) ? [] : [index]));
  if (unknown.length > 0) {
    throw problem('request.invalid', {
      issues: unknown.map((index) => ({
        field: `body.items.${index}.field`,
        code: 'field.unknown',
        message: '这一项不能要求补正。',
      })),
    });
  }
  return items.map(({ field, reason }) => ({ field, reason, kind: correctable.get(field) ?? 'answer' }));
}

/** Last day to supply corrections that are asked for now; it waits for the calendar of an unpublished year. */
export function correctionDue(moment: Moment, days: number): Due {
  return addWorkdays(moment.office.calendar, today(moment), days);
}

async function writeCorrection(tx: Tx, { loaded: { current }, decision, actor, moment }: Done): Promise<void> {
  const open = decision.openCorrection;
  const [event] = decision.events;
  if (open === null || event?.type !== 'correction-requested') return;
  await tx.em.insert(Correction, {
    id: newId(),
    caseId: current.id,
    round: open.round,
    items: open.items,
    message: open.message,
    secondRoundReason: event.secondRoundReason,
    requestedAt: tx.now,
    requestedBy: actor.personId,
    dueOn: open.dueOn,
    waitsForYear: correctionDue(moment, current.correctionDays).waitsForYear,
    state: 'open',
    closedAt: null,
    changes: null,
  });
  notifyApplicant(tx, current, { kind: 'correction-requested', dueDate: open.dueOn });
}
