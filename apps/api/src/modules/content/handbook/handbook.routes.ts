import { handbookEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getHandbook, listHandbooks, listTraining } from './read-handbook.ts';
import { saveHandbook, takeTest } from './write-handbook.ts';

export const handbookRoutes = routes(handbookEndpoints, {
  listHandbooks: (_input, call) => listHandbooks(call),
  getHandbook: ({ params }, call) => getHandbook(call, params.code),
  saveHandbook: ({ params, body }, call) => saveHandbook(call, params.code, body),
  takeHandbookTest: ({ params, body }, call) => takeTest(call, params.code, body),
  listTraining: ({ params }, call) => listTraining(call, params.code),
});
