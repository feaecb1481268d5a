import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { completeContent } from '../../../../tests/support/complete-content.ts';
import { alignLists } from './align-lists.ts';
import { compareContents, compareTexts } from './index.ts';
import { segmentCharacters, segmentWords } from './segment-words.ts';

const sample = completeContent();
const words = (zh: string) => ({ zh });
const textOf = (parts: ReturnType<typeof compareTexts>, not: string): string =>
  parts
    .filter(({ kind }) => kind !== not)
    .map(({ text }) => text)
    .join('');

describe('two texts', () => {
  test('are compared word by word, not letter by letter', () => {
    expect(compareTexts('5个工作日内办结，到窗口领取。', '3个工作日内办结，快递送达。')).toEqual([
      { kind: 'removed', text: '5' },
      { kind: 'added', text: '3' },
      { kind: 'same', text: '个工作日内办结，' },
      { kind: 'removed', text: '到窗口领取' },
      { kind: 'added', text: '快递送达' },
      { kind: 'same', text: '。' },
    ]);
  });

  test('codes and numbers are one word each', () => {
    expect(compareTexts('0571-88880001', '0571-88880002')).toEqual([
      { kind: 'removed', text: '0571-88880001' },
      { kind: 'added', text: '0571-88880002' },
    ]);
  });

  test('that have nothing in common end in time, as one replaced by the other', () => {
    const before = Array.from({ length: 20_000 }, (_, at) => `甲${at}`).join('，');
    const after = Array.from({ length: 20_000 }, (_, at) => `乙${-at}`).join('；');
    const parts = compareTexts(before, after);
    expect([textOf(parts, 'added'), textOf(parts, 'removed')]).toEqual([before, after]);
  });

  const text = fc
    .array(fc.constantFrom('学生', '证', '补办', '，', ' ', 'a', '1', '𠮷', '办理'))
    .map((all) => all.join(''));
  for (const segment of [segmentWords, segmentCharacters]) {
    property(
      `what stayed and went is the first, what stayed and came the second (${segment.name})`,
      fc.tuple(text, text),
      ([a, b]) => {
        const parts = compareTexts(a, b, { segment });
        expect([textOf(parts, 'added'), textOf(parts, 'removed')]).toEqual([a, b]);
        expect(parts.every(({ kind }, at) => kind !== parts[at + 1]?.kind)).toBe(true);
      },
    );
  }
});

describe('two lists', () => {
  const entry = fc.record({
    name: fc.record({ zh: fc.constantFrom('受理', '审核', '制证', '送达', '窗口受理') }),
    days: fc.nat(2),
  });
  const keyed = fc.uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.nat(2) }), {
    selector: ({ key }) => key,
  });
  const lists = fc.oneof(fc.tuple(fc.array(entry), fc.array(entry)), fc.tuple(keyed, keyed));
  property('every entry of both is told once, and what stayed is not said to have moved', lists, ([a, b]) => {
    const pairs = alignLists(a, b);
    expect(pairs.flatMap(({ before }) => before?.at ?? []).sort((x, y) => x - y)).toEqual([...a.keys()]);
    expect(pairs.flatMap(({ after }) => after?.at ?? [])).toEqual([...b.keys()]);
    const steady = pairs.flatMap(({ before, after, isMoved }) => (before && after && !isMoved ? [before.at] : []));
    expect(steady).toEqual([...steady].sort((x, y) => x - y));
  });
});

describe('two versions of a matter (CAT-2)', () => {
  test('that are the same have no difference', () => {
    expect(compareContents(sample, structuredClone(sample))).toEqual([]);
  });

  test('a material that stands elsewhere with a new word is moved and changed in that word: nothing reads as all new', () => {
    const [photo, status] = sample.guide.materials;
    const materials = [status!, { ...photo!, why: words('印在新学生证上') }];
    const [change, ...more] = compareContents(sample, completeContent({ guide: { materials } }));
    expect(more).toEqual([]);
    expect(change).toMatchObject({ path: 'guide.materials', kind: 'changed' });
    expect(change?.entries.map(({ kind, name, from, to }) => [kind, name, from, to])).toEqual([
      ['moved', '近期照片', 0, 1],
    ]);
    expect(change?.entries.flatMap(({ leaves }) => leaves)).toEqual([
      {
        place: 'why',
        isSet: false,
        parts: [
          { kind: 'same', text: '印在' },
          { kind: 'added', text: '新' },
          { kind: 'same', text: '学生证上' },
        ],
      },
    ]);
  });

  test('steps without a key are known by their name', () => {
    const [first, second, third] = sample.guide.steps;
    const steps = [first!, { name: words('复核'), by: words('主任'), days: 1 }, { ...second!, days: 1 }, third!];
    const [change] = compareContents(sample, completeContent({ guide: { steps } }));
    expect(change?.entries.map(({ kind, name, from, to }) => [kind, name, from, to])).toEqual([
      ['added', '复核', null, 1],
      ['changed', '审核', 1, 2],
    ]);
  });

  test('of codes it is told which came and which went; a value that was empty is added', () => {
    const after = completeContent({ summary: { channels: ['post', 'counter'] }, guide: { quota: words('每年一次') } });
    expect(compareContents(sample, after)).toMatchObject([
      { path: 'guide.quota', kind: 'added' },
      {
        path: 'summary.channels',
        entries: [{ leaves: [{ isSet: true, parts: [{ kind: 'same' }, { kind: 'added', text: 'post' }] }] }],
      },
    ]);
  });

  test('a question of the form that was moved and renamed is told by its page', () => {
    const field = (key: string, label: string) => ({ kind: 'phone', key, label: words(label) }) as const;
    const form = (...fields: ReturnType<typeof field>[]) => ({ pages: [{ key: 'p', title: words('联系'), fields }] });
    const before = completeContent({ form: form(field('a', '电话'), field('b', '备用电话')) });
    const after = completeContent({ form: form(field('b', '备用电话'), field('a', '手机')) });
    const [change] = compareContents(before, after);
    expect(change?.entries[0]?.leaves.map(({ place }) => place)).toEqual(['fields/a/label', 'fields/order']);
  });
});
