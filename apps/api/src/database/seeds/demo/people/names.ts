import type { Random } from '../random.ts';

/** Common surnames, commoner ones first and more often. */
const surnames = [
  ...['王', '李', '张', '刘', '陈', '王', '李', '张', '刘', '陈'],
  ...['杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林', '何', '郭', '马', '罗', '梁', '宋', '郑', '谢'],
  ...['韩', '唐', '冯', '于', '董', '萧', '程', '曹', '袁', '邓', '许', '傅', '沈', '曾', '彭', '吕', '苏', '卢', '蒋'],
  ...['蔡', '贾', '丁', '魏', '薛', '叶', '阎', '余', '潘', '杜', '戴', '夏', '钟', '汪', '田', '任', '姜', '范', '方'],
  ...['欧阳', '上官', '诸葛', '司马', '慕容', '东方'],
];
const maleGiven = [
  ...[
    '伟',
    '强',
    '磊',
    '洋',
    '勇',
    '杰',
    '涛',
    '明',
    '超',
    '斌',
    '子轩',
    '浩然',
    '宇航',
    '俊杰',
    '博文',
    '天佑',
    '思远',
  ],
  ...[
    '一鸣',
    '嘉树',
    '泽楷',
    '弘毅',
    '承志',
    '景行',
    '云帆',
    '书衡',
    '致远',
    '昊天',
    '文博',
    '建平',
    '国栋',
    '家豪',
    '启航',
  ],
];
const femaleGiven = [
  ...[
    '芳',
    '敏',
    '静',
    '丽',
    '娟',
    '艳',
    '霞',
    '玲',
    '雪',
    '莹',
    '雨桐',
    '诗涵',
    '欣怡',
    '梓萱',
    '若溪',
    '语嫣',
    '思琪',
  ],
  ...[
    '雅雯',
    '晓彤',
    '婉清',
    '清扬',
    '知夏',
    '念慈',
    '采薇',
    '疏桐',
    '书瑶',
    '沐阳',
    '可心',
    '佳宁',
    '月华',
    '秋实',
    '春晓',
  ],
];

/** Names that a system must not break: rare characters, a middle dot, Latin letters, long surnames. */
export const unusualNames: readonly {
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly isForeign?: boolean;
}[] = [
  { name: '田𠮷', gender: 'male' },
  { name: '沈㐀', gender: 'female' },
  { name: '马龘龘', gender: 'male' },
  { name: '张喆', gender: 'male' },
  { name: '徐犇', gender: 'male' },
  { name: '王玥䶮', gender: 'female' },
  { name: '爱新觉罗启明', gender: 'male' },
  { name: '欧阳修竹', gender: 'female' },
  { name: '古丽娜尔·艾合买提', gender: 'female' },
  { name: '迪丽拜尔·吐尔逊江', gender: 'female' },
  { name: '努尔兰·叶尔肯别克', gender: 'male' },
  { name: '扎西顿珠', gender: 'male' },
  { name: '旦增卓嘎', gender: 'female' },
  { name: '巴特尔', gender: 'male' },
  { name: '阿依诺·曲木', gender: 'female' },
  { name: 'Anna Müller', gender: 'female', isForeign: true },
  { name: 'Nguyễn Thị Lan', gender: 'female', isForeign: true },
  { name: 'José García-López', gender: 'male', isForeign: true },
  { name: 'Liam O’Connor', gender: 'male', isForeign: true },
  { name: 'Kwame Mensah', gender: 'male', isForeign: true },
];

/** A usual name that is not taken yet; `taken` is added to. */
export function drawName(random: Random, gender: 'male' | 'female', taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const name = random.pick(surnames) + random.pick(gender === 'male' ? maleGiven : femaleGiven);
    // Namesakes do occur at a university; two of four hundred are enough.
    if (taken.has(name) && attempt < 20) continue;
    taken.add(name);
    return name;
  }
}
