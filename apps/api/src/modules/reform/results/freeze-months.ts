import { civilDateAt } from '@yitang/domain/calendar';
import { canonicalJson } from '@yitang/domain/high-frequency';
import { isFrozenLate, lastDayOf, missedMonths, monthsToFreeze, type FreezingFacts } from '@yitang/domain/results';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { Call, Caller } from '../../../platform/endpoint/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { Asking } from '../asking.ts';
import { getOverview } from '../overview/get-overview.ts';
import { sealDocument, type SealedDocument } from '../sealed-document.ts';
import { matterDays } from '../target/matter-days.ts';
import { computeResults } from './compute-results.ts';
import { listMonths, withoutForecast, type OfficeMonth, type PublicMonth } from './frozen-months.ts';
import { ReformMonth, type MonthPart } from './reform-month.entity.ts';

const purpose = 'frozen-month';

/** On the first of each month, the one before; what was missed while the server was away is frozen late and says so. */
export async function freezeMonths({ deps, caller }: JobRun): Promise<void> {
  const asking = { deps, em: deps.orm.em.fork(), now: deps.clock.now() };
  for (const month of monthsToFreeze(await freezingFacts(asking))) await freezeMonth(asking, caller, month);
}

async function freezingFacts({ deps, em, now }: Asking): Promise<FreezingFacts> {
  const { firstDay } = await matterDays({ deps, em });
  const frozen = (await listMonths(em)).map(({ month }) => month);
  return { today: civilDateAt(now, deps.config.timeZone), firstDay, frozen };
}

/** What the job has missed and will only make up for on the first of the next month, earliest first. */
export async function findMissedMonths(call: Asking): Promise<readonly CivilMonth[]> {
  return missedMonths(await freezingFacts(call));
}

/** Makes up for a month by hand, as the job would. @throws `request.invalid` for a month that was not missed */
export async function freezeMissedMonth(call: Call, month: CivilMonth): Promise<{ month: CivilMonth }> {
  if (!(await findMissedMonths(call)).includes(month)) {
    const message = '只能补冻结已经过去、到了次月 1 日没有冻结的月份；冻结过的月份不再改变。';
    throw problem('request.invalid', { issues: [{ field: 'body.month', code: 'not-missed', message }] });
  }
  await freezeMonth(call, call, month);
  return { month };
}

/**
 * Freezes what stands of the last day of a month, as it is known now: two signed documents, of which the public sees one.
 * A month that is frozen stays as it is.
 */
export async function freezeMonth(call: Asking, caller: Caller, month: CivilMonth): Promise<void> {
  const { deps, now } = call;
  const on = civilDateAt(now, deps.config.timeZone);
  const frozen = { month, isLate: isFrozenLate(month, on), frozenAt: now.toISOString() };
  const [shown, inner] = [await publicMonth(call, frozen), await officeMonth(call, frozen)].map((document) =>
    sealDocument(deps, purpose, canonicalJson(document)),
  ) as [SealedDocument, SealedDocument];
  await deps.runCommand(
    caller,
    { name: 'reform.freeze-month', key: `freeze-month:${month}`, input: { month } },
    async (tx) => {
      // By hand and by the job at the same time: whoever comes second has nothing to do.
      if ((await tx.em.count(ReformMonth, { month })) > 0) throw problem('record.changed');
      const row = (part: MonthPart, sealed: SealedDocument) => ({
        ...{ month, part, asOf: lastDayOf(month), isLate: frozen.isLate, frozenAt: now },
        ...sealed,
      });
      await tx.em.insertMany(ReformMonth, [row('public', shown), row('office', inner)]);
      tx.audit({
        action: 'reform.freeze-month',
        chain: 'reform-months',
        target: { type: 'reform-month', id: month },
        outcome: 'done',
        after: { ...frozen, public: shown.digest, office: inner.digest },
      });
      return null;
    },
  );
}

type Frozen = Pick<PublicMonth, 'month' | 'isLate' | 'frozenAt'>;

async function publicMonth(call: Asking, frozen: Frozen): Promise<PublicMonth> {
  const { results, rows } = await computeResults(call, { asOf: lastDayOf(frozen.month), recordedUntil: call.now });
  return { kind: '改革成效月度冻结', ...frozen, ...results, rows };
}

async function officeMonth(call: Asking, frozen: Frozen): Promise<OfficeMonth> {
  const query = { asOf: lastDayOf(frozen.month), months: 12, recordedUntil: call.now };
  return { kind: '改革总览月度冻结', ...frozen, overview: withoutForecast(await getOverview(call, query)) };
}
