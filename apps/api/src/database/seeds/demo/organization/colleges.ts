import { department } from './department.ts';
import type { DemoDepartment } from './department.ts';

const mingde = { kind: 'college', parentCode: '130' } as const;
const zhiyuan = { ...mingde, campusCode: 'zhiyuan' } as const;

/** The colleges that students and teachers belong to, and in which a case's first stage often lies. */
export const demoColleges: readonly DemoDepartment[] = [
  department(['201', '人文学院', '人文学院', 'School of Humanities', '人文楼 101 室'], mingde),
  department(['202', '外国语学院', '外国语学院', 'School of Foreign Languages', '人文楼 201 室'], mingde),
  department(['203', '教育学院', '教育学院', 'School of Education', '教育楼 101 室'], mingde),
  department(['204', '数学科学学院', '数科院', 'School of Mathematical Sciences', '理科楼 101 室'], mingde),
  department(['205', '物理学院', '物理学院', 'School of Physics', '理科楼 201 室'], mingde),
  department(['206', '化学与材料学院', '化材院', 'School of Chemistry and Materials', '实验楼 101 室'], zhiyuan),
  department(['207', '生命科学学院', '生科院', 'School of Life Sciences', '实验楼 201 室'], zhiyuan),
  department(['208', '计算机科学与技术学院', '计算机学院', 'School of Computer Science', '信息楼 201 室'], mingde),
  department(['209', '经济与管理学院', '经管学院', 'School of Economics and Management', '经管楼 101 室'], zhiyuan),
  department(['210', '艺术学院', '艺术学院', 'School of Arts', '艺术楼 101 室'], zhiyuan),
];

/** Degree programmes (专业) by college. */
export const demoProgrammes: Readonly<Record<string, readonly { readonly zh: string; readonly en: string }[]>> = {
  '201': [
    { zh: '汉语言文学', en: 'Chinese Language and Literature' },
    { zh: '历史学', en: 'History' },
  ],
  '202': [
    { zh: '英语', en: 'English' },
    { zh: '日语', en: 'Japanese' },
  ],
  '203': [
    { zh: '教育学', en: 'Education' },
    { zh: '学前教育', en: 'Preschool Education' },
  ],
  '204': [
    { zh: '数学与应用数学', en: 'Mathematics and Applied Mathematics' },
    { zh: '统计学', en: 'Statistics' },
  ],
  '205': [{ zh: '物理学', en: 'Physics' }],
  '206': [
    { zh: '应用化学', en: 'Applied Chemistry' },
    { zh: '材料科学与工程', en: 'Materials Science and Engineering' },
  ],
  '207': [{ zh: '生物科学', en: 'Biological Sciences' }],
  '208': [
    { zh: '计算机科学与技术', en: 'Computer Science and Technology' },
    { zh: '软件工程', en: 'Software Engineering' },
  ],
  '209': [
    { zh: '会计学', en: 'Accounting' },
    { zh: '国际经济与贸易', en: 'International Economics and Trade' },
  ],
  '210': [
    { zh: '音乐学', en: 'Musicology' },
    { zh: '视觉传达设计', en: 'Visual Communication Design' },
  ],
};
