import { describe, expect, test } from '@jest/globals';
import { createSearchIndex } from './search-index.ts';
import type { SearchableMatter } from './searchable-matter.ts';

const matter = (name: string, keywords: string[] = [], uses = 0): SearchableMatter => ({
  name,
  keywords,
  department: '教务处',
  isOnline: false,
  uses,
});
const matters = [
  matter('在校生学籍证明', ['在读证明'], 900),
  matter('学生证补办/换发', ['补学生证'], 300),
  matter('重修报名'),
  matter('宿舍调换'),
  matter('校园卡挂失/解挂/补卡', ['饭卡']),
  matter('毕业证书英文翻译件打印'),
  matter('转专业申请'),
  matter('休学申请'),
  matter('教职工在职证明'),
  matter('院级证书/文件/合同用印'),
];
const index = createSearchIndex(matters, [
  { word: '换宿舍', means: '宿舍调换' },
  { word: '盖章', means: '用印' },
]);
const best = (query: string): string[] => index.search(query, 3).hits.map((place) => matters[place]!.name);

describe('SRCH-1 a matter is found as people type it', () => {
  test.each([
    ['zaidu', '在校生学籍证明'],
    ['zai du zheng ming', '在校生学籍证明'],
    ['zdzm', '在校生学籍证明'],
    ['chongxiu', '重修报名'],
    ['zhongxiu', '重修报名'],
    ['xueshenzheng', '学生证补办/换发'],
    ['sushe', '宿舍调换'],
    ['xiuxue', '休学申请'],
    ['zhuanzhuanye', '转专业申请'],
    ['zuanzuanye', '转专业申请'],
  ])('%s finds %s', (query, name) => {
    expect(best(query)).toContain(name);
  });
});

describe('SRCH-2 synonyms', () => {
  test.each([
    ['换宿舍', '宿舍调换'],
    ['盖章', '院级证书/文件/合同用印'],
    ['饭卡丢了', '校园卡挂失/解挂/补卡'],
  ])('%s finds %s', (query, name) => {
    expect(best(query)).toContain(name);
  });
});

describe('SRCH-3 slips are forgiven', () => {
  test.each([
    ['在渎证明', '在校生学籍证明'],
    ['学生證補辦', '学生证补办/换发'],
    ['ｚａｉｄｕ', '在校生学籍证明'],
    ['zaiduzhenmin', '在校生学籍证明'],
    ['xiaoyuanka', '校园卡挂失/解挂/补卡'],
    ['xiaoyuamka', '校园卡挂失/解挂/补卡'],
    ['怎么办理休学', '休学申请'],
  ])('%s finds %s', (query, name) => {
    expect(best(query)).toContain(name);
  });
});

test('SRCH-5 nothing found: no noise, but the nearest matters are named', () => {
  const { hits, nearest } = index.search('学车');
  expect(hits).toEqual([]);
  expect(nearest.length).toBeGreaterThan(0);
});

test('who wants only the first few gets the first few of all', () => {
  const many = createSearchIndex(
    Array.from({ length: 40 }, (_, place) => matter('证明', [], (place * 7) % 40)),
    [],
  );
  const all = many.search('证明').hits;
  expect(all).toHaveLength(40);
  expect(all.slice(0, 3)).toEqual([17, 34, 11]);
  for (const most of [1, 8, 50]) expect(many.search('证明', most).hits).toEqual(all.slice(0, most));
});

test('of two equal hits the more used one comes first', () => {
  const two = createSearchIndex([matter('休学证明', [], 0), matter('复学证明', [], 5000)], []);
  expect(two.search('证明').hits[0]).toBe(1);
});

test('SRCH-3 letters that changed places, syllables that stand apart and long initials still find', () => {
  const index = createSearchIndex(
    ['虚拟专用网络(VPN)服务', '宿舍水电空调费充值', '党组织关系接转申请'].map((name) => ({
      name,
      keywords: name.includes('VPN') ? ['VPN'] : [],
      department: '',
      isOnline: false,
      uses: 0,
    })),
    [],
  );
  expect(index.search('vnp').hits[0]).toBe(0);
  expect(index.search('shuidianfei').hits[0]).toBe(1);
  expect(index.search('dzzgxjzsq').hits[0]).toBe(2);
  expect(index.search('qqqq').hits).toEqual([]);
});

test('a word of Latin letters means something only as a whole', () => {
  const matters = ['论文收录引用证明', '差旅费报销'].map((name) => ({
    name,
    keywords: [],
    department: '',
    isOnline: false,
    uses: 0,
  }));
  const index = createSearchIndex(matters, []);
  expect(index.search('ei').hits[0]).toBe(0);
  expect(index.search('chailvfei').hits).toEqual([1]);
});
