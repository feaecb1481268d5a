import { catalogEndpoints, type Output } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { readByteText } from '../../platform/public-cache/index.ts';
import { catalogKey } from './catalog-key.ts';
import { drawMatterCode } from './draw-matter-code.ts';
import { getGuide } from './get-guide.ts';
import { getOpenings } from './get-openings.ts';
import { printGuide } from './print-guide.ts';
import { listMatters, presentHome } from './list-matters.ts';
import { setMatterPause } from './pause-matter.ts';
import { beginMissedMatter } from './search/begin-missed-matter.ts';
import { listSearchMisses } from './search/list-search-misses.ts';
import { logSearchMiss } from './search/log-search-miss.ts';
import { addSearchAnswer, listSearchAnswers, removeSearchAnswer } from './search/search-answers.ts';
import { searchMatters, writeSuggestions } from './search/search-matters.ts';
import { addSynonym, listSynonyms, removeSynonym } from './search/synonyms.ts';

type Suggestions = Output<typeof catalogEndpoints.searchMatters>;

export const catalogRoutes = routes(catalogEndpoints, {
  getHallHome: ({ query }, { deps }) => presentHome(deps.services.get(catalogKey).current(), query.audience),
  listMatters: async ({ query }, call) => {
    const list = listMatters(call.deps.services.get(catalogKey).current(), query);
    if (query.q !== undefined && list.total === 0 && list.answers.length === 0 && list.caseNumber === null)
      await logSearchMiss(call, query.q);
    return list;
  },
  getMatter: ({ params, query }, call) => getGuide(call, params.code, query),
  printGuide: ({ params, query }, call) => printGuide(call, params.code, query),
  drawMatterCode: ({ params, query }, call) => drawMatterCode(call, params.code, query),
  getOpenings: ({ query }, call) => ({ items: getOpenings(call, query.counters) }),
  searchMatters: ({ query }, { deps }) =>
    JSON.parse(
      readByteText(writeSuggestions(searchMatters(deps.services.get(catalogKey).current(), query))),
    ) as Suggestions,
  listDepartments: (_input, { deps }) => ({
    items: deps.services
      .get(catalogKey)
      .current()
      .departments.map(({ id, code, name, phone, campusId }) => ({ id, code, name, phone, campusId })),
  }),
  listSearchMisses: async (_input, call) => {
    const snapshot = call.deps.services.get(catalogKey).current();
    const isSettled = (query: string): boolean =>
      snapshot.search.search(query).hits.length > 0 || snapshot.answersTo(query).length > 0;
    return { items: await listSearchMisses(call.em, isSettled) };
  },
  beginMissedMatter: ({ body }, call) => beginMissedMatter(call, body),
  addSynonym: ({ body }, call) => addSynonym(call, body),
  listSynonyms: async (_input, call) => ({ items: await listSynonyms(call) }),
  removeSynonym: async ({ params }, call) => {
    await removeSynonym(call, params.id);
    return undefined;
  },
  listSearchAnswers: async (_input, call) => ({ items: await listSearchAnswers(call) }),
  addSearchAnswer: ({ body }, call) => addSearchAnswer(call, body),
  removeSearchAnswer: async ({ params }, call) => {
    await removeSearchAnswer(call, params.id);
    return undefined;
  },
  pauseMatter: async ({ params, body }, call) => {
    await setMatterPause(call, params.code, body);
    return undefined;
  },
  resumeMatter: async ({ params }, call) => {
    await setMatterPause(call, params.code, null);
    return undefined;
  },
});
