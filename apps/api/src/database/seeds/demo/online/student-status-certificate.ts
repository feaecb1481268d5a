import type { CertificateLayout } from '@yitang/domain/certificate';
import {
  consentPage,
  isRegistered,
  isSignedInByCampus,
  isStudent,
  onlineMatter,
  option,
  studentPage,
  words,
} from './online-matter.ts';

const layout: CertificateLayout = {
  title: words('在校学籍证明', 'Certificate of Enrolment'),
  lines: [
    words(
      '兹证明 {name}（学号 {number}）系我校{department}{programme}专业{grade}学生，于 {since} 入学，预计 {expectedEnd} 毕业，目前学籍状态为在读。',
      'This is to certify that {name} (student number {number}), {programme}, {department}, entered this university on {since}, is expected to graduate on {expectedEnd} and is currently a registered student.',
    ),
    words('本证明用于：{purpose}。', 'Purpose: {purpose}.'),
    words('特此证明。', 'Issued at the request of the student.'),
  ],
  table: [
    { label: words('姓名', 'Name'), value: 'name' },
    { label: words('学号', 'Student number'), value: 'number' },
    { label: words('学院', 'College'), value: 'department' },
    { label: words('专业', 'Programme'), value: 'programme' },
    { label: words('入学日期', 'Date of entry'), value: 'since' },
    { label: words('预计毕业日期', 'Expected graduation'), value: 'expectedEnd' },
  ],
  issuer: words('示范大学教务处', 'Academic Affairs Office, Shifan University'),
  isBilingual: true,
  bilingualWhen: { field: 'language', equals: 'bilingual' },
  validMonths: 6,
};

/** Decided by rule and issued within seconds: nobody waits for a stamp. */
export const studentStatusCertificate = onlineMatter('在校生学籍证明', {
  preconditions: [isStudent, isRegistered, isSignedInByCampus],
  form: {
    pages: [
      studentPage,
      {
        key: 'certificate',
        title: words('证明的语种和用途', 'Language and purpose'),
        fields: [
          {
            kind: 'choice',
            key: 'language',
            label: words('语种', 'Language'),
            options: [option('zh', '中文', 'Chinese'), option('bilingual', '中英文对照', 'Chinese and English')],
          },
          {
            kind: 'choice',
            key: 'purpose',
            label: words('用途', 'Purpose'),
            purpose: words('用途会印在证明上', 'It is printed on the certificate'),
            options: [
              option('internship', '实习就业', 'Internship or employment'),
              option('visa', '签证出境', 'Visa'),
              option('bank', '银行或证券开户', 'Bank or securities account'),
              option('examination', '考试报名', 'Registration for an examination'),
              option('other', '其他', 'Other'),
            ],
          },
          {
            kind: 'text',
            key: 'purposeOther',
            label: words('请写明用途', 'State the purpose'),
            maxLength: 30,
            minLength: 2,
            showWhen: { field: 'purpose', equals: 'other' },
          },
          {
            kind: 'number',
            key: 'copies',
            label: words('打算打印的份数', 'Copies that you mean to print'),
            help: words(
              '电子证明可以反复下载，每份打印件的效力相同。',
              'The electronic certificate can be downloaded again; every print is equally valid.',
            ),
            min: 1,
            max: 5,
            unit: words('份', 'copies'),
          },
        ],
      },
      consentPage(
        words(
          '本人确认以上学籍信息无误，同意为开具本证明读取本人学籍信息，并仅将证明用于所选用途。',
          'I confirm that this record is correct, agree that it is read to issue this certificate, and will use the certificate for the stated purpose only.',
        ),
      ),
    ],
  },
  route: { stages: [] },
  layout,
});
