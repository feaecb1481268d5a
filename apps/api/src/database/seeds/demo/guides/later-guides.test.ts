import { describe, expect, test } from '@jest/globals';
import { checkContent, isBlocking, makeRuleContext } from '@yitang/domain/consistency';
import { liveSourceKeys, type MatterContent } from '@yitang/domain/catalog';
import type { LocalText } from '@yitang/domain/vocabulary';
import { demoDataSources } from '../data-sources.ts';
import { demoMatters, findDemoMatter } from '../matters/index.ts';
import { demoCounters, demoDepartments, demoPosts } from '../organization/index.ts';
import { storyBatches, type StoryGuide } from '../load/catalog-story.ts';
import { demoOnlineMatters, findDemoOnlineMatter, laterOnlineMatters } from '../online/index.ts';
import { demoFullGuides, demoLaterGuides, type DemoGuide } from './index.ts';

function contentOf({ matterCode, guide, channels, online: later }: Partial<StoryGuide> & DemoGuide): MatterContent {
  const matter = findDemoMatter(matterCode)!;
  const { code, name, departmentCode, category, audiences, lifeEvents, keywords } = matter;
  const online = later ?? findDemoOnlineMatter(code);
  return {
    summary: {
      code,
      name,
      departmentId: departmentCode,
      category,
      audiences,
      lifeEvents,
      channels: channels ?? matter.channels,
      keywords,
    },
    guide,
    preconditions: online?.preconditions ?? [],
    form: online?.form ?? null,
    route: online?.route ?? null,
    layout: online?.layout ?? null,
  };
}

const online = storyBatches.flatMap(({ guides }) => guides).filter((guide) => guide.online !== undefined);
const contents = [...demoFullGuides, ...demoLaterGuides, ...online].map(contentOf);
const context = makeRuleContext(
  {
    today: '2026-11-28',
    departmentIds: new Set(demoDepartments.map(({ code }) => code)),
    counterCodes: new Set(demoCounters.map(({ code }) => code)),
    posts: new Map(demoPosts.map(({ code }) => [code, { posts: 1, held: 1 }])),
    deadAddresses: new Map(),
    liveSources: liveSourceKeys(demoDataSources('2026-11-28'), '2026-11-28'),
  },
  contents,
);

function textsOf(value: unknown): LocalText[] {
  if (value === null || typeof value !== 'object') return [];
  if ('zh' in value) return [value as LocalText];
  return Object.values(value).flatMap(textsOf);
}

describe('guides written in full', () => {
  test('there are sixty and more, each for another matter', () => {
    const codes = [...demoFullGuides, ...demoLaterGuides].map(({ matterCode }) => matterCode);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(60);
    expect(demoMatters.length).toBeGreaterThan(codes.length);
  });

  test('fifteen and more matters can be applied for on the net, by every audience', () => {
    const codes = [...demoOnlineMatters, ...laterOnlineMatters].map(({ matterCode }) => matterCode);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(15);
    const audiences = new Set(codes.flatMap((code) => findDemoMatter(code)!.audiences));
    expect([...audiences].sort()).toEqual(['alumnus', 'parent', 'student', 'teacher', 'visitor']);
  });

  test.each(contents)('$summary.name breaks no rule that blocks', (content) => {
    const blocking = checkContent(content, context).filter(isBlocking);
    expect(blocking.map(({ rule, path, params }) => ({ rule, path, params }))).toEqual([]);
  });

  test.each(demoLaterGuides)('$matterCode: what applicants read is there in Chinese and in English', ({ guide }) => {
    for (const { zh, en } of textsOf(guide)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\p{Script=Latin}\d\s\p{P}]+$/u);
    }
  });
});
