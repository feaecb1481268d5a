import { powerCode, type PowerContent } from '@yitang/domain/power';
import { audiences } from '@yitang/domain/vocabulary';
import { demoMatters, type DemoMatter } from '../matters/index.ts';
import { demoDepartments, demoOffices, type DemoDepartment } from '../organization/index.ts';

/** A power of the demo university, with the matters that it was derived from. */
export interface DemoPower {
  readonly code: string;
  readonly departmentCode: string;
  readonly content: PowerContent;
  readonly matterCodes: readonly string[];
}

/** Departments that file; the group of colleges only receives what is handed down. */
export const filingDepartments: readonly DemoDepartment[] = demoDepartments.filter(
  ({ kind }) => kind !== 'college-group',
);

const perDepartment = 5;
/** What every department decides, for those that have few matters. */
const common = ['部门公章使用审批', '部门经费支出审批', '部门档案查阅审批'];

/** About 120 entries, each derived from a main item of its department's matters. */
export const demoPowers: readonly DemoPower[] = filingDepartments.flatMap((department) => {
  const own = demoMatters.filter((matter) => matter.departmentCode === department.code);
  const items = [...Map.groupBy(own, ({ code }) => code.split('-')[3] ?? '').values()].slice(0, perDepartment);
  const named = items.map((matters) => ({ name: powerName(matters[0]?.name ?? ''), matters }));
  const filled = common.slice(0, Math.max(0, 3 - named.length)).map((name) => ({ name, matters: [] }));
  return [...named, ...filled].map(({ name, matters }, index) => ({
    code: powerCode(department.code, index + 1),
    departmentCode: department.code,
    content: contentOf(department, name, { matters, index }),
    matterCodes: matters.map(({ code }) => code),
  }));
});

const powersByMatter = new Map(
  demoPowers.flatMap(({ code, matterCodes }) => matterCodes.map((matter) => [matter, code] as const)),
);

/** The powers that a matter exercises. */
export function powerCodesOf(matterCode: string): string[] {
  const code = powersByMatter.get(matterCode);
  return code === undefined ? [] : [code];
}

/** What the office decides, of what the applicant asks for: 学生转专业申请 → 学生转专业审批. */
function powerName(matter: string): string {
  const plain = matter.replace(/[（(].*?[）)]/g, '').replace(/\/.*$/, '');
  if (/(审批|审核|备案|认定|鉴证|评选|授权|登记|确认|推荐)$/.test(plain)) return plain;
  if (/申请$/.test(plain)) return plain.replace(/申请$/, '审批');
  if (/(自助)?(打印|开具)$/.test(plain)) return plain.replace(/(自助)?(打印|开具)$/, '出具');
  return `${plain}审核`;
}

function contentOf(
  { code, name: department }: DemoDepartment,
  name: string,
  { matters, index }: { matters: readonly DemoMatter[]; index: number },
): PowerContent {
  const offices = demoOffices.filter(({ departmentCode }) => departmentCode === code);
  const asked = new Set(matters.flatMap((matter) => matter.audiences));
  return {
    name,
    basis: [
      {
        title: `示范大学${department}工作规程（示例）`,
        docNo: `示校发〔2024〕${code.slice(1)}号`,
        article: `第${index + 3}条`,
      },
    ],
    office: offices[index % Math.max(1, offices.length)]?.name ?? null,
    post: null,
    exercise: '（示例）受理申请，核对材料，集体或逐级审核，作出决定并告知结果。',
    audiences: asked.size === 0 ? ['teacher'] : audiences.filter((audience) => asked.has(audience)),
    source: index % 4 === 3 ? 'authorised-above' : 'own',
    risks: index % 2 === 0 ? '（示例）条件掌握不一、超时办理' : null,
  };
}
