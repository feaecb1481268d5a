// `npm run recall -- [--file F] [--json]`: asks the search of the demo catalog every question of a corpus and prints those
// whose matter is not among the first three hits. A corpus has a line `question<TAB>matter name` each, several right
// names parted by `|`.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { demoMatters } from '../apps/api/src/database/seeds/demo/index.ts';
import { measureRecall, ownCorpus, readCorpus } from '../apps/api/src/modules/catalog/search/recall.ts';
import { createSearchIndex } from '../apps/api/src/modules/catalog/search/search-index.ts';
import { main, say, Stop } from './lib/say.ts';

const { values } = parseArgs({ options: { file: { type: 'string' }, json: { type: 'boolean', default: false } } });

await main(async () => {
  if (values.file !== undefined && !existsSync(values.file)) throw new Stop(`There is no file ${values.file}.`);
  const index = createSearchIndex(
    demoMatters.map(({ name, keywords }) => ({ name, keywords, department: '', isOnline: false, uses: 0 })),
    [],
  );
  const questions = readCorpus(values.file ?? ownCorpus);
  if (questions.length === 0) throw new Stop('The corpus has no question.');
  const { recallAt3, queries, misses } = measureRecall(index, (place) => demoMatters[place]!.name, questions);
  for (const { query, found } of misses) say(`${query} -> ${found.join(' | ') || 'nothing'}`);
  say(`${queries - misses.length} of ${queries} questions find their matter among the first three.`);
  if (values.json) say(JSON.stringify({ recallAt3, queries }));
});
