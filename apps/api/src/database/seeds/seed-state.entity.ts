import { defineEntity, p } from '@mikro-orm/sql';

export const seedSteps = ['past-cases', 'open-cases', 'finished'] as const;
export type SeedStep = (typeof seedSteps)[number];

/**
 * How far the demo has been filled in, from which seed and for which day: a start after a crash goes on from here, and
 * no later start moves the day or fills it in twice.
 */
const SeedStateSchema = defineEntity({
  name: 'SeedState',
  tableName: 'seed_states',
  properties: {
    name: p.string().length(20).primary(),
    seed: p.integer(),
    /** The civil day that counted as today. */
    referenceDate: p.string().length(10),
    /** Past cases that were planned for. */
    total: p.integer(),
    step: p.enum(seedSteps).length(20),
    /** Past or open cases that are there, as the step goes. */
    done: p.integer(),
    startedAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
  },
});
export class SeedState extends SeedStateSchema.class {}
SeedStateSchema.setClass(SeedState);
