import type { FormPage } from '@yitang/domain/form';
import {
  consentPage,
  hasNoOpenCase,
  isRegistered,
  isStudent,
  onlineMatter,
  option,
  phoneField,
  studentPage,
  words,
} from './online-matter.ts';

const situation: FormPage = {
  key: 'situation',
  title: words('为什么补办或换发', 'Why you need a new card'),
  fields: [
    {
      kind: 'choice',
      key: 'reason',
      label: words('情形', 'Reason'),
      help: words('选择后，材料清单会随之变化。', 'The list of materials follows your choice.'),
      options: [
        option('lost', '遗失', 'Lost'),
        option('damaged', '损坏', 'Damaged'),
        option('changed', '信息变更', 'Details have changed'),
      ],
    },
    {
      kind: 'date',
      key: 'lostOn',
      label: words('发现遗失的日期', 'Date on which you noticed the loss'),
      earliestInDays: -730,
      latestInDays: 0,
      showWhen: { field: 'reason', equals: 'lost' },
    },
    {
      kind: 'choices',
      key: 'changed',
      label: words('变更了哪些信息', 'What has changed'),
      showWhen: { field: 'reason', equals: 'changed' },
      options: [
        option('name', '姓名', 'Name'),
        option('programme', '学院或专业', 'College or programme'),
        option('station', '乘车区间', 'Railway section'),
        option('photo', '照片', 'Photo'),
      ],
    },
    {
      kind: 'text',
      key: 'station',
      label: words('火车票优惠卡乘车区间', 'Railway section for the student fare'),
      help: words(
        '例如：杭州—兰州。不需要优惠可不填。',
        'For example Hangzhou–Lanzhou. Leave empty if you do not need it.',
      ),
      optional: true,
      maxLength: 40,
    },
  ],
};

const delivery: FormPage = {
  key: 'delivery',
  title: words('怎样领取新证', 'How you receive the card'),
  fields: [
    {
      kind: 'choice',
      key: 'delivery',
      label: words('领取方式', 'Delivery'),
      options: [
        option('mingde', '明德校区 3 号窗口领取', 'Window 3, Mingde Campus'),
        option('zhiyuan', '致远校区 1 号窗口领取', 'Window 1, Zhiyuan Campus'),
        option('post', '邮寄（到付）', 'By post (receiver pays)'),
      ],
    },
    {
      kind: 'address',
      key: 'address',
      label: words('收件地址', 'Postal address'),
      purpose: words('仅用于寄送新证', 'Used only to send the card'),
      asksPostcode: true,
      isSensitive: true,
      showWhen: { field: 'delivery', equals: 'post' },
    },
    phoneField,
  ],
};

export const studentCardReplacement = onlineMatter('学生证补办/换发', {
  preconditions: [isStudent, isRegistered, hasNoOpenCase],
  form: {
    pages: [
      studentPage,
      situation,
      delivery,
      consentPage(
        words(
          '本人承诺所填情况属实；原学生证找回后交还学生处，不重复使用。',
          'What I have stated is true; should I find the old card I will return it and not use both.',
        ),
      ),
    ],
  },
  route: {
    stages: [
      {
        key: 'issue',
        name: words('审核制证', 'Check and make the card'),
        join: 'all',
        limitDays: 3,
        tasks: [
          {
            key: 'issue',
            post: 'student-affairs.id-card',
            may: ['accept', 'correct', 'refuse', 'decide', 'suspend', 'extend'],
          },
        ],
      },
    ],
  },
  layout: null,
});
