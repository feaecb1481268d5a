import fc from 'fast-check';
import { expect } from '@jest/globals';
import { fieldShapes } from '@yitang/contract';
import { compareContents } from '@yitang/domain/comparison';
import { emptyContent, fieldPaths, writeFields, type FieldPath, type MatterContent } from '@yitang/domain/catalog';
import { checkContent, makeRuleContext, type RuleFacts } from '@yitang/domain/consistency';
import { property } from '../../../../../../tests/support/property.ts';
import { shaped } from '../../../../../../tests/support/shaped.ts';
import { presentChanges } from '../comparison/comparison.presenter.ts';
import { presentBreach } from './breach.presenter.ts';

const facts: RuleFacts = {
  today: '2026-03-02',
  departmentIds: new Set(['a']),
  counterCodes: new Set(['a']),
  posts: new Map([['a', { posts: 2, held: 1 }]]),
  deadAddresses: new Map([['https://a.example/x', '404']]),
  liveSources: new Set(['a']),
};

/** Any content that a draft can hold. */
const contents = fc
  .record(Object.fromEntries(fieldPaths.map((path) => [path, shaped(fieldShapes[path])])))
  .map((values): MatterContent =>
    writeFields(
      emptyContent({ code: 'a', name: 'a', departmentId: 'a' }),
      new Map(Object.entries(values) as [FieldPath, unknown][]),
    ),
  );

property('whatever a draft can hold, every rule answers, in a sentence without a gap', contents, (content) => {
  for (const breach of checkContent(content, makeRuleContext(facts, [content]))) {
    const { sentence, fix, path } = presentBreach(breach);
    expect(fieldPaths).toContain(path);
    expect(`${sentence}${fix}`).not.toMatch(/undefined|\[object/);
    expect(sentence).not.toBe('');
  }
});

property('any two are compared; only the same ones have no difference', fc.tuple(contents, contents), ([a, b]) => {
  expect(compareContents(a, structuredClone(a))).toEqual([]);
  const changes = compareContents(a, b);
  for (const { entries } of changes) expect(entries.length).toBeGreaterThan(0);
  expect(presentChanges(changes, (id) => id)).toHaveLength(changes.length);
});
