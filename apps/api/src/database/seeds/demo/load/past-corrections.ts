import { addDays } from '@yitang/domain/calendar';
import type { CorrectionItem } from '@yitang/domain/case';
import { getDemoGuide } from '../guides/index.ts';
import { createRandom } from '../random.ts';
import type { PastFacts, PastWorld } from './past-world.ts';

/** What one matter's posts asked for again and again, in how many of a thousand cases. */
interface Habit {
  readonly item: CorrectionItem;
  readonly share: number;
  /** From when its guide says it clearly, and how many there are since; days before the day of reference. */
  readonly mended?: { readonly daysBefore: number; readonly share: number };
}

const ask = (field: string, reason: string): CorrectionItem => ({ kind: 'material', field, reason });

/** Guides that leave something unsaid, one that was mended, and a post that asks for what the university has. */
const habits: Readonly<Record<string, Habit>> = {
  '99999-107-10-012-002': {
    item: ask('reason', '请补充请假事由说明，写明去向和返校时间。'),
    share: 110,
    mended: { daysBefore: 80, share: 30 },
  },
  '99999-111-20-001-001': { item: ask('receipts', '票据不齐或粘贴不规范，请补齐并按时间顺序粘贴。'), share: 95 },
  '99999-104-10-003-000': { item: ask('identity', '请补交身份证复印件。'), share: 60 },
  '99999-107-20-013-000': { item: ask('photo', '照片不是蓝底或不清晰，请重新上传。'), share: 70 },
};

/** A correction that was asked for and supplied before the case was accepted. */
export interface PastCorrection {
  readonly item: CorrectionItem;
  readonly requestedAt: Date;
  readonly suppliedAt: Date;
}

/** Between submission and acceptance there must be time for both. */
const leastMilliseconds = 20 * 60_000;

/** Whether, and when, somebody was sent back before acceptance; the same for every run of a seed. */
export function pastCorrection(facts: PastFacts, { seed, referenceDate, dayOf }: PastWorld): PastCorrection | null {
  const { matter, submittedAt, acceptedAt, applicant } = facts;
  const habit = habits[matter.code];
  if (habit === undefined || acceptedAt === null) return null;
  const span = acceptedAt.getTime() - submittedAt.getTime();
  if (span < leastMilliseconds) return null;
  const { mended } = habit;
  const isMended = mended !== undefined && dayOf(submittedAt) >= addDays(referenceDate, -mended.daysBefore);
  const share = isMended ? mended.share : habit.share;
  const random = createRandom(`${seed}/correction/${applicant.key}/${submittedAt.getTime()}`);
  if (!random.chance(share / 1_000)) return null;
  const at = (part: number): Date => new Date(submittedAt.getTime() + Math.floor(span * part));
  return { item: habit.item, requestedAt: at(0.35), suppliedAt: at(0.75) };
}

/** What an application lacked that was never completed: something that its guide asks the applicant for. */
export function lackingItem({ matter, applicant, submittedAt }: PastFacts, { seed }: PastWorld): CorrectionItem {
  const brought = getDemoGuide(matter.code).materials.filter(({ sourceMode }) => sourceMode === 'applicant');
  const random = createRandom(`${seed}/lacking/${applicant.key}/${submittedAt.getTime()}`);
  const material = brought.length === 0 ? undefined : random.pick(brought);
  if (material === undefined)
    return { kind: 'answer', field: 'explanation', reason: '申请说明不完整，请补充后再提交。' };
  return ask(material.key, `“${material.name.zh}”不齐全，请补交后再提交。`);
}
