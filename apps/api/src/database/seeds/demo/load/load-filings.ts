import { addDays, addMonths, civilDateAt, instantAt, yearOf } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { FilingDecree, FilingPackage } from '../../../../modules/reform/filing/filing.entity.ts';
import { makePapers } from '../../../../modules/reform/filing/make-papers.ts';
import { TargetRecord } from '../../../../modules/reform/target/target.entity.ts';
import { FrozenSet } from '../../../../modules/reform/frequency/frequency.entity.ts';
import { systemPrincipal } from '../../../../platform/principal/index.ts';
import { demoUniversity } from '../organization/index.ts';
import { officerOf, type CatalogStage } from './load-catalog-story.ts';
import { sampleFile } from './sample-files.ts';

/** Hours of a day in the office. */
const at = (hour: number): number => hour * 60;

/** Last year's package, which was filed with its receipt, and this year's draft, in which something is still missing. */
export async function loadFilings(stage: CatalogStage): Promise<void> {
  await filedLastYear(stage);
  await draftOfThisYear(stage);
}

interface Decree {
  readonly number: string;
  readonly title: string;
  readonly issuedOn: CivilDate;
}

async function decreeOf(stage: CatalogStage, decree: Decree, hasFile: boolean): Promise<string> {
  const { orm, call } = stage;
  const officer = officerOf(stage);
  const known = await orm.em.fork().findOne(FilingDecree, { number: decree.number });
  const id = known?.id ?? (await call('addFilingDecree', officer, { body: decree })).id;
  const isBare = typeof known?.blobId !== 'string';
  if (hasFile && isBare)
    await call('attachFilingDecree', officer, { params: { id }, file: sampleFile('工作专班成立文件', ['pdf']) });
  return id;
}

/** The days on which it went its way: in January, or all yesterday where January is not over. */
function daysOf({ referenceDate, instantBefore }: CatalogStage): (days: number, hour: number) => Date {
  const january = `${yearOf(referenceDate)}-01-12`;
  return addDays(january, 20) < referenceDate
    ? (days, hour) => instantAt(addDays(january, days), at(hour), demoUniversity.timeZone)
    : (days, hour) => instantBefore(1, at(hour) + days);
}

async function filedLastYear(stage: CatalogStage): Promise<void> {
  const { orm, call, clock, referenceDate } = stage;
  const officer = officerOf(stage);
  const year = yearOf(referenceDate) - 1;
  const set = await orm.em.fork().findOne(FrozenSet, { year }, { fields: ['number'] });
  // A demo that is too small for a set of last year has nothing that could be filed.
  if (set === null) return;
  const when = daysOf(stage);
  const dayOf = (instant: Date): CivilDate => civilDateAt(instant, demoUniversity.timeZone);
  clock.set(when(0, 11));
  const issuedOn = addMonths(referenceDate, -20);
  const title = '关于成立“最多跑一次”改革工作专班的通知（演示数据）';
  const decreeId = await decreeOf(stage, { number: `示大发〔${yearOf(issuedOn)}〕3号`, title, issuedOn }, true);
  const plan = { asOf: `${year}-12-31`, decreeId, setNumber: set.number, replaces: null };
  const known = await orm.em.fork().findOne(FilingPackage, { asOf: plan.asOf });
  const id = known?.id ?? (await call('planFiling', officer, { body: plan })).id;
  const params = { id };
  await makeNow(stage, id);
  const now = () => orm.em.fork().findOneOrFail(FilingPackage, { id }, { disableIdentityMap: true });
  const draft = await now();
  if (draft.status === 'draft' && draft.gaps.every(({ isBlocking }) => !isBlocking))
    await call('freezeFiling', officer, { params, body: { revision: draft.revision } });
  clock.set(when(1, 13));
  const { status, revision } = await now();
  const sending = { way: 'online', recipient: '省教育厅“最多跑一次”改革办公室', note: '演示数据' } as const;
  if (status === 'frozen')
    await call('sendFiling', officer, { params, body: { revision, on: dayOf(when(1, 13)), ...sending } });
  clock.set(when(9, 15));
  const sent = await now();
  const receipt = { number: `示例备案回执〔${year + 1}〕12号`, note: '演示数据' };
  if (sent.status === 'sent')
    await call('recordFilingReceipt', officer, {
      params,
      body: { revision: sent.revision, on: dayOf(when(9, 15)), ...receipt },
    });
  const filed = await now();
  if (filed.status === 'filed' && typeof filed.receiptBlobId !== 'string')
    await call('attachFilingReceipt', officer, { params, file: sampleFile('备案回执', ['pdf']) });
  if (filed.status === 'filed' && (await orm.em.fork().count(TargetRecord, { receipt: receipt.number })) === 0) {
    const record = { kind: 'high-frequency-list', title: `${year}年高频事项目录（演示数据）` } as const;
    const madeOn = dayOf(when(9, 15));
    await call('addTargetRecord', officer, { body: { ...record, receipt: receipt.number, madeOn } });
  }
}

/** The papers are needed at once; of the draft the server makes them once it has started. */
async function makeNow({ orm, deps }: CatalogStage, id: string): Promise<void> {
  const caller = { principal: systemPrincipal('seed'), idempotencyKey: `demo-filing:${id}` };
  await makePapers({ id }, { deps, em: orm.em.fork(), jobId: id, attempt: 1, caller });
}

async function draftOfThisYear(stage: CatalogStage): Promise<void> {
  const { orm, call, clock, referenceDate } = stage;
  const planned = stage.instantBefore(1, at(16));
  clock.set(planned);
  const asOf = civilDateAt(planned, demoUniversity.timeZone);
  if ((await orm.em.fork().count(FilingPackage, { asOf })) > 0) return;
  const issuedOn = addMonths(referenceDate, -2);
  const title = '关于调整“最多跑一次”改革工作专班组成人员的通知（演示数据）';
  const decreeId = await decreeOf(stage, { number: `示大发〔${yearOf(issuedOn)}〕41号`, title, issuedOn }, false);
  // This year is not over, so its set is not frozen; sources of a month are still against each other.
  const body = { asOf, decreeId, setNumber: null, replaces: null };
  await call('planFiling', officerOf(stage), { body });
}
