import { describe, expect, test } from '@jest/globals';
import { isSourceLive, liveSourceKeys, refuseSource, type DataSource } from './data-source.ts';

const cards: DataSource = { name: '校园卡系统', liveFrom: '2026-01-01', liveUntil: '2026-06-30' };

describe('entries of the data catalogue', () => {
  test('an entry is live from its first day to its last, both included', () => {
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => isSourceLive(cards, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isSourceLive({ ...cards, liveUntil: null }, '2040-01-01')).toBe(true);
  });

  test('what may be shared is known by its name, however it was spaced', () => {
    const sources = [
      { ...cards, name: ' 校园卡系统 ' },
      { ...cards, name: '旧系统', liveUntil: '2026-01-31' },
    ];
    expect([...liveSourceKeys(sources, '2026-03-02')]).toEqual(['校园卡系统']);
  });

  test('two entries have one name on different days only, and none ends before it begins', () => {
    expect(refuseSource({ ...cards, liveFrom: '2026-06-30', liveUntil: null }, [cards])).toEqual(['source.same-name']);
    expect(refuseSource({ ...cards, liveFrom: '2025-01-01', liveUntil: '2026-01-01' }, [cards])).toEqual([
      'source.same-name',
    ]);
    expect(refuseSource({ ...cards, liveFrom: '2026-07-01', liveUntil: null }, [cards])).toEqual([]);
    expect(refuseSource({ ...cards, liveFrom: '2026-07-01' }, [cards])).toEqual(['source.until-before-from']);
    expect(refuseSource({ ...cards, name: '财务系统' }, [cards])).toEqual([]);
  });
});
