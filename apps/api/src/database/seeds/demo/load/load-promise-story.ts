import { addMonths, civilDateAt } from '@yitang/domain/calendar';
import { GuideProposal } from '../../../../modules/reform/promise/proposal.entity.ts';
import { PromiseRun } from '../../../../modules/reform/promise/health.entity.ts';
import { auditTonight } from '../../../../modules/reform/promise/audit-promises.ts';
import { BaselineFigure } from '../../../../modules/reform/reduction/baseline.entity.ts';
import { newId } from '../../../../platform/ids/index.ts';
import { systemPrincipal } from '../../../../platform/principal/index.ts';
import { demoLaterGuides, type CompactDemoGuide } from '../guides/index.ts';
import { demoUniversity } from '../organization/index.ts';
import { officerOf, type CatalogStage } from './load-catalog-story.ts';

const night = 2 * 60 + 40;
/** What its posts asked for again and again until its guide said it. */
const mendedMatter = '99999-107-10-012-002';

/**
 * Before the guides of the last quarter were written: figures on paper, a first audit, and the proposal that led to one of
 * these guides.
 */
export async function loadPromisesBefore(stage: CatalogStage): Promise<void> {
  stage.clock.set(stage.instantBefore(66, 9 * 60));
  await recordBaselines(stage);
  await auditOn(stage, 65);
  stage.clock.set(stage.instantBefore(64, 10 * 60));
  const proposal = await stage.orm.em.fork().findOne(GuideProposal, { code: mendedMatter, state: 'open' });
  if (proposal === null) return;
  const body = { revision: proposal.revision, note: '同意，随学生事务批次写进指南。' };
  await stage.call('acceptGuideProposal', officerOf(stage), { params: { id: proposal.id }, body });
}

/** Since then: what the changed guide brought, and how matters stand today. */
export async function loadPromisesAfter(stage: CatalogStage): Promise<void> {
  await auditOn(stage, 25);
  await auditOn(stage, 1);
}

/** As it is done each night; a night that was audited is left alone, one that a crash broke off is gone on with. */
async function auditOn({ orm, deps, clock, instantBefore }: CatalogStage, daysBefore: number): Promise<void> {
  clock.set(instantBefore(daysBefore, night));
  const onDay = civilDateAt(clock.now(), demoUniversity.timeZone);
  const em = orm.em.fork();
  if ((await em.count(PromiseRun, { onDay, state: 'done' })) > 0) return;
  await em.nativeUpdate(PromiseRun, { state: 'running' }, { state: 'failed', openKey: null, endedAt: clock.now() });
  const jobId = newId(clock.now().getTime());
  await auditTonight({ deps, em: orm.em.fork(), jobId, attempt: 1, caller: { principal: systemPrincipal('seed') } });
}

/** Matters whose burden before the catalog is known from a handbook of that time. */
const withPaper = 14;

async function recordBaselines(stage: CatalogStage): Promise<void> {
  const { call, orm, ids } = stage;
  const onDay = addMonths(stage.referenceDate, -27);
  const written = demoLaterGuides.filter(({ guide }) => guide.isComplete).slice(0, withPaper);
  for (const [index, later] of written.entries()) {
    const matterId = ids.other(`catalog/matter/${later.matterCode}`);
    if ((await orm.em.fork().count(BaselineFigure, { matterId, onDay })) > 0) continue;
    const counts = figuresOf(later);
    const evidence = `《办事手册》（2024 年版，演示数据）第 ${12 + index * 3} 页`;
    const body = { onDay, counts, evidence, reason: null };
    await call('recordBaseline', officerOf(stage), { params: { code: later.matterCode }, body });
  }
}

/** The handbook asked for more than today's guide does: a form, a copy, a stamp, and a second trip. */
function figuresOf({ guide }: CompactDemoGuide) {
  const brought = guide.materials.filter(({ sourceMode }) => sourceMode === 'applicant').length;
  return {
    materials: brought + guide.materials.length - Math.min(brought, 1),
    steps: guide.steps.length + 1,
    days: null,
    visits: Math.max(1, guide.visitsOnSite ?? 0) + 1,
    levels: null,
    preconditions: null,
  };
}
