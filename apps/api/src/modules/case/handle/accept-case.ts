import type { OfficeCaseData } from '@yitang/contract';
import { decideAccept } from '@yitang/domain/case';
import type { Call } from '../../../platform/endpoint/index.ts';
import { notifyApplicant } from '../notify.ts';
import { actOnCase } from './act-on-case.ts';

export interface Looked {
  readonly caseId: string;
  readonly version: number;
  readonly note?: string | undefined;
}

/** 受理, or 容缺受理 while promised materials are owed. The clock starts, under the calendar of this day. */
export function acceptCase(call: Call, { caseId, version, note }: Looked): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.accept',
    caseId,
    version,
    decide: ({ facts }, command, moment) =>
      decideAccept(facts, { ...command, note, isTolerant: facts.owedMaterials.length > 0 }, moment),
    columns: ({ moment }) => ({ calendarPins: moment.office.calendar.versions }),
    also: (tx, { loaded, decision }) =>
      notifyApplicant(tx, loaded.current, { kind: 'case-accepted', dueDate: decision.due.on }),
  });
}
