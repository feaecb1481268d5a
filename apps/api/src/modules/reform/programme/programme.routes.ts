import { programmeEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { actOnAccountability, getAccountability, listAccountability, openAccountability } from './accountability.ts';
import { actOnTask } from './act-on-task.ts';
import { saveFormula } from './formulas.ts';
import { giveTasks } from './give-tasks.ts';
import { closeInspection, getInspection, listInspections, openInspection } from './inspections.ts';
import { getTask, listTasks } from './list-tasks.ts';
import { savePolicy } from './policies.ts';
import { getEvidence, getScores, orderScores, publishScores } from './scores.ts';
import { finishStage, getProgramme, getProgress, saveStage } from './stages.ts';
import { attachFile, readFile } from './task-files.ts';

export const programmeRoutes = routes(programmeEndpoints, {
  getProgramme: (_input, call) => getProgramme(call),
  saveProgrammeStage: ({ body }, call) => saveStage(call, body),
  finishProgrammeStage: async ({ params, body }, call) => void (await finishStage(call, params.id, body.revision)),
  saveReformPolicy: ({ body }, call) => savePolicy(call, body),
  getProgress: (_input, call) => getProgress(call),
  listReformTasks: ({ query }, call) => listTasks(call, query),
  giveReformTasks: ({ body }, call) => giveTasks(call, body),
  getReformTask: ({ params }, call) => getTask(call, params.id),
  actOnReformTask: ({ params, body }, call) => actOnTask(call, params.id, body),
  attachReformTaskFile: ({ params }, call) => attachFile(call, params.id),
  readReformTaskFile: ({ params }, call) => readFile(call, params.id, params.fileId),
  listInspections: (_input, call) => listInspections(call),
  openInspection: ({ body }, call) => openInspection(call, body),
  getInspection: ({ params }, call) => getInspection(call, params.id),
  closeInspection: async ({ params }, call) => void (await closeInspection(call, params.id)),
  listAccountability: (_input, call) => listAccountability(call),
  openAccountability: ({ body }, call) => openAccountability(call, body),
  getAccountability: ({ params }, call) => getAccountability(call, params.id),
  actOnAccountability: ({ params, body }, call) => actOnAccountability(call, params.id, body),
  getScores: ({ params }, call) => getScores(call, params.year),
  getScoreEvidence: ({ params }, call) => getEvidence(call, params),
  saveScoreFormula: ({ body }, call) => saveFormula(call, body),
  computeScores: async ({ params }, call) => void (await orderScores(call, params.year)),
  publishScores: async ({ params }, call) => void (await publishScores(call, params.year)),
});
