import { instantAt, yearOf } from '@yitang/domain/calendar';
import { completeMonthsUntil } from '@yitang/domain/high-frequency';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import { monthAt, monthIndex } from '@yitang/domain/volume';
import { Matter } from '../../../../modules/catalog/matter.entity.ts';
import { FrozenSet } from '../../../../modules/reform/frequency/frequency.entity.ts';
import { VolumeChoice, VolumeEntry, VolumeSource } from '../../../../modules/reform/volume/volume.entity.ts';
import type { Principal } from '../../../../platform/principal/index.ts';
import { demoUniversity } from '../organization/index.ts';
import { asOneOf } from './demo-actors.ts';
import type { CatalogStage } from './load-catalog-story.ts';
import { casesOf, deskSource, storySources, type StorySource } from './volume-story.ts';

/** Something that happened on a day; done again it changes nothing. */
interface Happening {
  readonly at: Date;
  readonly run: () => Promise<void>;
}

const morning = 10 * 60;
/** Two years, as long as the demo's own cases reach back. */
const monthsTold = 24;

/**
 * Two years in which three systems report month by month: some months are missing, one figure is corrected, two systems
 * count the same month – once the reform office has chosen, once it has not – and last year's set is frozen.
 */
export async function loadVolumes(stage: CatalogStage): Promise<void> {
  const { months } = completeMonthsUntil(stage.referenceDate, monthsTold);
  const told = [...sources(stage, months), ...reports(stage, months), ...exceptions(stage, months), ...frozen(stage)];
  told.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, run } of told) {
    stage.clock.set(at);
    await run();
  }
}

const dayOf = (day: string, minutes = morning): Date => instantAt(day, minutes, demoUniversity.timeZone);
const codeOf = (matter: string): string => `${demoUniversity.code}-${matter}`;
const nextMonth = (month: CivilMonth): CivilMonth => monthAt(monthIndex(month) + 1);

function sources(stage: CatalogStage, months: readonly CivilMonth[]): Happening[] {
  const at = dayOf(`${nextMonth(months[0] ?? '')}-01`);
  return [...storySources, deskSource].map(({ code, name, note }) => ({
    at,
    run: async () => {
      if ((await stage.orm.em.fork().count(VolumeSource, { code })) > 0) return;
      await stage.call('addVolumeSource', officerOf(stage), { body: { code, name, note } });
    },
  }));
}

function reports(stage: CatalogStage, months: readonly CivilMonth[]): Happening[] {
  return storySources.flatMap((source) =>
    months.flatMap((month, index) => {
      if (source.missing.includes(months.length - 1 - index)) return [];
      const at = dayOf(`${nextMonth(month)}-01`, morning + 30);
      return [{ at, run: () => reportMonth(stage, source, month) }];
    }),
  );
}

async function reportMonth(stage: CatalogStage, source: StorySource, month: CivilMonth): Promise<void> {
  const { code, departmentCode, evidence, matters } = source;
  await reportOnce(stage, departmentCode, {
    ...{ source: code, month, evidence: `${evidence}（${month}，演示数据）` },
    figures: Object.entries(matters).map(([matter, ordinary]) => [matter, casesOf(ordinary, month, matter)] as const),
  });
}

interface Figures {
  readonly source: string;
  readonly month: CivilMonth;
  readonly evidence: string;
  readonly figures: readonly (readonly [matter: string, cases: number])[];
}

async function reportOnce(stage: CatalogStage, departmentCode: string, report: Figures): Promise<void> {
  const { source, month, evidence, figures } = report;
  if ((await stage.orm.em.fork().count(VolumeEntry, { source, month })) > 0) return;
  const items = figures.map(([matter, cases]) => ({ matter: codeOf(matter), month, cases, evidence, source }));
  await stage.call('reportVolumes', reporterOf(stage, departmentCode), { body: { items, isConfirmed: true } });
}

function exceptions(stage: CatalogStage, months: readonly CivilMonth[]): Happening[] {
  const [began, open, chosen, corrected] = [months[0], months.at(-1), months.at(-2), months.at(-5)];
  if (!began || !open || !chosen || !corrected) return [];
  const separate = storySources.flatMap(({ matters }) => Object.keys(matters));
  return [
    ...separate.map((matter) => ({
      at: dayOf(`${nextMonth(began)}-01`, morning + 60),
      run: () =>
        choose(stage, matter, {
          month: null,
          take: 'sum',
          reason: '其他系统的办件不在本平台登记，两边不重复（演示数据）',
        }),
    })),
    { at: dayOf(`${nextMonth(corrected)}-01`, 15 * 60), run: () => correct(stage, corrected) },
    ...[chosen, open].map((month) => ({
      at: dayOf(`${nextMonth(month)}-01`, 15 * 60),
      run: () =>
        reportOnce(stage, deskSource.departmentCode, {
          ...{ source: deskSource.code, month, evidence: `${deskSource.evidence}（演示数据）` },
          figures: [[deskSource.matter, casesOf(deskSource.cases, month, deskSource.matter)]],
        }),
    })),
    {
      at: dayOf(`${nextMonth(chosen)}-01`, 16 * 60),
      run: () =>
        choose(stage, deskSource.matter, {
          ...{ month: chosen, take: 'own' },
          reason: '登记簿里的办件都已录入本平台，抽查 30 件全部重复（演示数据）',
        }),
    },
  ];
}

type Choice = { readonly month: CivilMonth | null; readonly take: string; readonly reason: string };

async function choose(stage: CatalogStage, matterCode: string, body: Choice): Promise<void> {
  const code = codeOf(matterCode);
  const known = await stage.orm.em.fork().find(VolumeChoice, { reason: body.reason, month: body.month });
  const { id } = await stage.orm.em.fork().findOneOrFail(Matter, { code });
  if (known.some(({ matterId }) => matterId === id)) return;
  if (body.month !== null) {
    // A small demo may have no case of the matter on the platform that month, and so nothing to choose between.
    const { items } = await stage.call('listOpenVolumes', officerOf(stage), { query: { months: 1 } });
    if (!items.some(({ matter, month }) => matter === code && month.month === body.month)) return;
  }
  await stage.call('chooseVolume', officerOf(stage), { params: { code }, body });
}

async function correct(stage: CatalogStage, month: CivilMonth): Promise<void> {
  const [source] = storySources;
  const [matter, ordinary] = Object.entries(source?.matters ?? {}).find(([code]) => code.endsWith('-007')) ?? [];
  if (source === undefined || matter === undefined || ordinary === undefined) return;
  if ((await stage.orm.em.fork().count(VolumeEntry, { source: source.code, month, turn: 2 })) > 0) return;
  const item = {
    ...{ matter: codeOf(matter), month, source: source.code, cases: casesOf(ordinary, month, matter) - 9 },
    ...{ evidence: `${source.evidence}（更正，演示数据）`, reason: '原数误计了自助机测试卡 9 次' },
  };
  await stage.call('reportVolumes', reporterOf(stage, source.departmentCode), { body: { items: [item] } });
}

/** Last year's set, frozen in January, or the day before today where that is later. */
function frozen(stage: CatalogStage): Happening[] {
  const year = yearOf(stage.referenceDate) - 1;
  const january = dayOf(`${year + 1}-01-10`);
  const at = january < dayOf(stage.referenceDate) ? january : stage.instantBefore(1, morning);
  return [
    {
      at,
      run: async () => {
        if ((await stage.orm.em.fork().count(FrozenSet, { year })) > 0) return;
        await stage.call('freezeFrequencySet', officerOf(stage), { body: { year } });
      },
    },
  ];
}

const officerOf = (stage: CatalogStage): Principal => {
  const officer = stage.people.find(({ grants }) => grants.some(({ role }) => role === 'reform-officer'));
  if (officer === undefined) throw new Error('nobody in the demo works for the reform office');
  return asOneOf(officer, stage.ids, ['reform-officer']);
};

/** Whoever answers for the department; where nobody is, the reform office enters what it was sent. */
function reporterOf(stage: CatalogStage, departmentCode: string): Principal {
  const found = stage.people.find(({ grants }) => {
    const [first] = grants.filter(({ role }) => role === 'head' || role === 'clerk');
    return first?.scopeKind === 'department' && first.scopeCode === departmentCode;
  });
  return found === undefined ? officerOf(stage) : asOneOf(found, stage.ids, ['head', 'clerk']);
}
