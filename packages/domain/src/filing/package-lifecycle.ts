import type { CivilDate, PackageAction, PackageRefusalCode, PackageStatus } from '../vocabulary/index.ts';

/** Where each step leads from each status. Nothing leads out of a package that was filed or returned: there is a new one. */
export const packageLifecycle: Readonly<
  Record<PackageStatus, Readonly<Partial<Record<PackageAction, PackageStatus>>>>
> = {
  assembling: { finish: 'draft', fail: 'failed', cancel: 'cancelled' },
  failed: {},
  cancelled: {},
  draft: { freeze: 'frozen', cancel: 'cancelled' },
  frozen: { send: 'sent' },
  sent: { receive: 'filed', return: 'returned' },
  filed: {},
  returned: {},
};

/** Its contents and its number are fixed: a correction is a new version. */
export const isPackageFixed = (status: PackageStatus): boolean =>
  ['frozen', 'sent', 'filed', 'returned'].includes(status);

export interface PackageFacts {
  readonly status: PackageStatus;
  /** Gaps that stand against filing. */
  readonly blockingGaps: number;
  /** Civil days of what was done so far. */
  readonly frozenOn: CivilDate | null;
  readonly sentOn: CivilDate | null;
}

export interface PackageWish {
  readonly action: PackageAction;
  /** Of sending, receipt and return: the day on which it happened. */
  readonly on?: CivilDate;
  readonly today: CivilDate;
}

export type PackageDecision =
  | { readonly ok: true; readonly status: PackageStatus }
  | { readonly ok: false; readonly refusals: readonly PackageRefusalCode[] };

/**
 * One step of a package for the filing that 浙教人〔2018〕105号 asks for (工作专班成立文件、校务服务事项目录、高频事项目录等有关材料
 * …备案): either the next status or every refusal. Days that have not come can't be recorded, and nothing arrives before
 * it was sent.
 */
export function decidePackageStep(facts: PackageFacts, { action, on, today }: PackageWish): PackageDecision {
  const status = packageLifecycle[facts.status][action];
  if (status === undefined) return { ok: false, refusals: ['package.wrong-status'] };
  const refusals: PackageRefusalCode[] = [];
  if (action === 'freeze' && facts.blockingGaps > 0) refusals.push('package.gaps');
  const days = daysOf(action);
  if (days !== undefined && on !== undefined) {
    const earliest = action === 'send' ? facts.frozenOn : facts.sentOn;
    if (on > today) refusals.push(days.future);
    if (earliest !== null && on < earliest) refusals.push(days.early);
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, status };
}

function daysOf(action: PackageAction): { future: PackageRefusalCode; early: PackageRefusalCode } | undefined {
  if (action === 'send') return { future: 'sending.future', early: 'sending.before-freezing' };
  if (action === 'receive') return { future: 'receipt.future', early: 'receipt.before-sending' };
  return action === 'return' ? { future: 'return.future', early: 'return.before-sending' } : undefined;
}

/** 备案号: the year and the next number of it, at least two digits. Numbers that were given are never given again. */
export function nextPackageNumber(year: number, given: readonly string[]): string {
  const used = given.flatMap((number) => {
    const [of, count] = number.split('-');
    return of === String(year) ? [Number(count)] : [];
  });
  return `${year}-${String(Math.max(0, ...used) + 1).padStart(2, '0')}`;
}
