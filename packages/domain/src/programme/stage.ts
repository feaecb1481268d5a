import type { CivilDate, ProgrammeRefusalCode, StageState } from '../vocabulary/index.ts';

export interface ProgrammeRefusal {
  readonly code: ProgrammeRefusalCode;
  /** What it is about: a stage, a department. */
  readonly subject?: string;
}
export interface ProgrammeRefused {
  readonly ok: false;
  readonly refusals: readonly ProgrammeRefusal[];
}
export const refuseProgramme = (refusals: readonly ProgrammeRefusal[]): ProgrammeRefused => ({ ok: false, refusals });

/** A stage of the programme (时间表): both days included; done on the day on which the reform office says so. */
export interface ProgrammeStage {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly doneOn: CivilDate | null;
}

/** A stage is not done because its time is over: somebody says that it is. */
export function stageState({ firstDay, lastDay, doneOn }: ProgrammeStage, today: CivilDate): StageState {
  if (doneOn !== null) return 'done';
  if (today < firstDay) return 'ahead';
  return today <= lastDay ? 'current' : 'overdue';
}

export function decideStage({ firstDay, lastDay, doneOn }: ProgrammeStage): { readonly ok: true } | ProgrammeRefused {
  const refusals: ProgrammeRefusal[] = [];
  if (doneOn !== null) refusals.push({ code: 'stage.done' });
  if (lastDay < firstDay) refusals.push({ code: 'stage.dates' });
  return refusals.length > 0 ? refuseProgramme(refusals) : { ok: true };
}
