import { expect, test } from '@jest/globals';
import { demoMatters } from '../../../database/seeds/demo/matters/index.ts';
import { createSearchIndex } from './search-index.ts';
import { measureRecall, ownCorpus, readCorpus } from './recall.ts';

const questions = readCorpus(ownCorpus);

test('SRCH-1 of the questions in the corpus at least 95 % find their matter among the first three', () => {
  const index = createSearchIndex(
    demoMatters.map(({ name, keywords }) => ({ name, keywords, department: '', isOnline: false, uses: 0 })),
    [],
  );
  const { recallAt3, queries, misses } = measureRecall(index, (place) => demoMatters[place]!.name, questions);
  expect(queries).toBeGreaterThanOrEqual(200);
  expect({ isEnough: recallAt3 >= 0.95, misses: recallAt3 >= 0.95 ? [] : misses }).toEqual({
    isEnough: true,
    misses: [],
  });
});

test('every right answer of the corpus is a matter of the demo catalog', () => {
  const names = new Set(demoMatters.map(({ name }) => name));
  expect(questions.flatMap(({ right }) => right).filter((name) => !names.has(name))).toEqual([]);
});
