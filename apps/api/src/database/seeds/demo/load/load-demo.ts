import { isCivilDate, type WorkingCalendar } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { calendarFor } from '../../../../modules/organization/index.ts';
import { tripRuleOf } from '../../../../modules/case/visit/trip-rule.ts';
import { systemPrincipal } from '../../../../platform/principal/index.ts';
import type { Deps } from '../../../../platform/endpoint/index.ts';
import type { Em } from '../../../index.ts';
import { SeedState } from '../../seed-state.entity.ts';
import { generateDemoPeople, type DemoPeople } from '../people/index.ts';
import { demoIds, historyBegan } from './load-context.ts';
import { loadFirstBatches } from './load-catalog-story.ts';
import { loadListedMatters } from './load-catalog.ts';
import { loadDataSources } from './load-data-sources.ts';
import { loadOpenCases } from './load-open-cases.ts';
import { loadOrganization } from './load-organization.ts';
import { loadPastCases } from './load-past-cases.ts';
import { loadPowers } from './load-powers.ts';
import { loadPeople } from './load-people.ts';
import { playOnStage } from './play-on-stage.ts';

export type DemoDeps = Pick<Deps, 'orm' | 'config' | 'crypto' | 'clock' | 'log' | 'audit'>;

export interface DemoOptions {
  readonly seed: number;
  /** The civil day that counts as today. */
  readonly referenceDate: CivilDate;
  /** About how many past cases; at least 50,000 unless said otherwise. */
  readonly total?: number;
  /** What is being done, for a person who waits. */
  readonly say?: (line: string) => void;
}

export interface DemoSeeded {
  readonly seed: number;
  readonly referenceDate: CivilDate;
  /** false: it was there already, perhaps from another seed and day. */
  readonly isNew: boolean;
}

const defaultTotal = 53_000;
/** What every engine's integer column takes. */
const maxSeed = 2_147_483_647;

/**
 * Fills an empty database with the demo university. What an earlier run began is finished with the seed and the day of
 * that run; what is there is left alone.
 * @throws Error in production, for a seed or a day that is none, and where the database holds people who are not of the demo
 */
export async function loadDemo(deps: DemoDeps, options: DemoOptions): Promise<DemoSeeded> {
  const say = options.say ?? (() => undefined);
  refuseProduction(deps);
  requireOrigin(options);
  const known = await findState(deps.orm.em.fork());
  if (known?.step === 'finished') return { seed: known.seed, referenceDate: known.referenceDate, isNew: false };
  const origin = known ?? options;
  const people = generateDemoPeople(origin);
  if (known === undefined) {
    say('Demo: departments, matters and people …');
    await loadGround(deps, options, people);
  } else say(`Demo: going on with what began for ${known.referenceDate} …`);
  const { seed, referenceDate, step, done, total } = await requireState(deps);
  const calendar = await calendarFor(deps.orm.em.fork());
  if (step === 'past-cases' && done === 0) {
    say('Demo: the first guides and forms …');
    await playOnStage(deps, { seed, referenceDate, people, calendar }, loadFirstBatches);
  }
  if (step === 'past-cases') await pastCases(deps, { seed, referenceDate, people, calendar, done, total, say });
  const { done: opened } = await requireState(deps);
  say('Demo: applications under way …');
  await loadOpenCases(deps, { seed, referenceDate, people, calendar, done: opened });
  const finished = { step: 'finished' as const, finishedAt: deps.clock.now() };
  await deps.orm.em.fork().nativeUpdate(SeedState, { name: 'demo' }, finished);
  return { seed, referenceDate, isNew: true };
}

export async function findState(em: Em): Promise<SeedState | undefined> {
  return (await em.findOne(SeedState, { name: 'demo' }, { disableIdentityMap: true })) ?? undefined;
}

async function requireState({ orm }: DemoDeps): Promise<SeedState> {
  return orm.em.fork().findOneOrFail(SeedState, { name: 'demo' }, { disableIdentityMap: true });
}

function refuseProduction({ config }: DemoDeps): void {
  if (config.mode === 'production') throw new Error('the demo university is not for production');
}

function requireOrigin({ seed, referenceDate }: DemoOptions): void {
  const isSeed = Number.isInteger(seed) && seed >= 0 && seed <= maxSeed;
  if (!isSeed) throw new Error(`the seed must be a whole number from 0 to ${maxSeed}, not ${seed}`);
  if (!isCivilDate(referenceDate)) throw new Error(`the day must be written YYYY-MM-DD, not ${referenceDate}`);
}

/** Everything but cases, in one transaction: after a crash it is there whole or not at all. */
async function loadGround(
  { orm, crypto, clock, audit }: DemoDeps,
  options: DemoOptions,
  people: DemoPeople,
): Promise<void> {
  const { seed, referenceDate, total = defaultTotal } = options;
  await orm.em.fork().transactional(async (tx) => {
    const em = tx as Em;
    await requireEmpty(em);
    const state = { name: 'demo', seed, referenceDate, total, step: 'past-cases' as const, done: 0 };
    await em.insert(SeedState, { ...state, startedAt: clock.now(), finishedAt: null });
    const context = { em, seed, referenceDate, crypto, ids: demoIds(options), began: historyBegan(options) };
    await loadOrganization(context);
    await loadPeople(context, people);
    await loadDataSources(context);
    await loadListedMatters(context);
    await loadPowers(context);
    await audit.write(em, systemPrincipal('seed'), [
      {
        action: 'demo.seed',
        chain: 'seed:demo',
        target: { type: 'seed', id: 'demo' },
        outcome: 'done',
        after: { seed, referenceDate, total },
      },
    ]);
  });
}

async function requireEmpty(em: Em): Promise<void> {
  const found = await em.execute('select id from people limit 1');
  if (found.length > 0) throw new Error('the database holds people who are not of the demo: nothing was filled in');
}

interface PastStep {
  readonly seed: number;
  readonly referenceDate: CivilDate;
  readonly people: DemoPeople;
  readonly calendar: WorkingCalendar;
  readonly done: number;
  readonly total: number;
  readonly say: (line: string) => void;
}

async function pastCases({ orm, crypto, config }: DemoDeps, { people, say, ...step }: PastStep): Promise<void> {
  const onProgress = (cases: number): void =>
    say(`Demo: ${cases.toLocaleString('en')} of about ${step.total.toLocaleString('en')} past cases`);
  await loadPastCases({ ...step, orm, crypto, people: people.people, tripRule: tripRuleOf(config), onProgress });
}
