import { powerEditionEndpoints, powerEndpoints, powerListEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { combPowers } from './comb-powers.ts';
import { attachDecisionFile, readDecisionFile } from './decision-file.ts';
import { enterPower, savePower, withdrawPower } from './enter-power.ts';
import { exportCsv, exportJson, exportXlsx } from './export-powers.ts';
import { importPowers, markPowers } from './import-powers.ts';
import { linkToMatter } from './link-to-matter.ts';
import { getPowerEntry, listDecisions, listPowerEntries } from './list-powers.ts';
import { listConsoleEditions } from './list-editions.ts';
import { getRound, listRounds } from './list-rounds.ts';
import { publishEdition } from './publish-edition.ts';
import { getChanges, getPower, listEditions, listPowers } from './read-power-list.ts';
import { actOnFiling, closeRound, openRound } from './rounds.ts';
import { undoDecision } from './undo-decision.ts';
import { withdrawEdition } from './withdraw-edition.ts';

const consoleRoutes = routes(powerEndpoints, {
  listPowerRounds: (_input, call) => listRounds(call),
  openPowerRound: ({ body }, call) => openRound(call, body),
  getPowerRound: ({ params }, call) => getRound(call, params.id),
  closePowerRound: async ({ params }, call) => void (await closeRound(call, params.id)),
  actOnPowerFiling: ({ params, body }, call) => actOnFiling(call, params.id, body),
  listPowerEntries: ({ query }, call) => listPowerEntries(call, query),
  getPowerEntry: ({ params }, call) => getPowerEntry(call, params.code),
  createPowerEntry: ({ body }, call) => enterPower(call, body),
  savePowerEntry: ({ params, body }, call) => savePower(call, params.code, body),
  withdrawPowerEntry: async ({ params, body }, call) => void (await withdrawPower(call, params.code, body.revision)),
  markPowerEntries: (_input, call) => markPowers(call),
  importPowerEntries: ({ query }, call) => importPowers(call, query.dryRun === '1'),
  combPowers: ({ body }, call) => combPowers(call, body),
  listPowerDecisions: ({ query }, call) => listDecisions(call, query),
  undoPowerDecision: async ({ params }, call) => void (await undoDecision(call, params.id)),
  attachPowerFile: ({ params }, call) => attachDecisionFile(call, params.id),
  readPowerFile: ({ params }, call) => readDecisionFile(call, params.id),
  linkPowers: ({ body }, call) => linkToMatter(call, body),
});

const editionRoutes = routes(powerEditionEndpoints, {
  listConsoleEditions: (_input, call) => listConsoleEditions(call),
  publishPowerEdition: ({ body }, call) => publishEdition(call, body),
  withdrawPowerEdition: async ({ params, body }, call) =>
    void (await withdrawEdition(call, params.number, body.reason)),
});

const publicRoutes = routes(powerListEndpoints, {
  listPowers: ({ query }, call) => listPowers(call, query),
  getPower: ({ params, query }, call) => getPower(call, params.code, query.edition),
  listPowerEditions: (_input, call) => listEditions(call),
  getPowerChanges: ({ params, query }, call) => getChanges(call, params.number, query.since),
  exportPowersJson: ({ params }, call) => exportJson(call, params.number),
  exportPowersCsv: ({ params }, call) => exportCsv(call, params.number),
  exportPowersXlsx: ({ params }, call) => exportXlsx(call, params.number),
});

export const powerRoutes = [...consoleRoutes, ...editionRoutes, ...publicRoutes];
