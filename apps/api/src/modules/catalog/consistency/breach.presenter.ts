import type { BreachData } from '@yitang/contract';
import type { FieldPath } from '@yitang/domain/catalog';
import { isBlocking, type Breach, type BreachParams } from '@yitang/domain/consistency';
import type { RuleId } from '@yitang/domain/vocabulary';
import { fieldNames } from './field-names.ts';
import { faultWords, ruleWords } from './rule-sentences.ts';
import { wordOf } from './value-words.ts';

export function presentBreach({ rule, severity, path, at, params = {} }: Breach): BreachData {
  const told = inWords[rule]?.(params, path) ?? params;
  const { sentence, fix } = ruleWords[rule];
  return {
    rule,
    severity,
    path,
    at: at ?? null,
    sentence: filled(sentence, told),
    fix: filled(fix, told),
  };
}

export function countBreaches(breaches: readonly Pick<Breach, 'severity'>[]): { blocks: number; warns: number } {
  const blocks = breaches.filter(isBlocking).length;
  return { blocks, warns: breaches.length - blocks };
}

const filled = (text: string, params: BreachParams): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

type InWords = (params: BreachParams, path: FieldPath) => BreachParams;

const named: InWords = (_params, path) => ({ field: fieldNames[path] });
const fault: InWords = ({ fault: code, stage, key }) => ({
  key: key ?? '',
  fault: (faultWords as Readonly<Record<string, string>>)[String(code)] ?? '',
  stage: stage === undefined || stage === '' ? '' : `环节“${stage}”`,
});
const sharedFrom: InWords = ({ material = '', source = '' }) =>
  source === ''
    ? {
        material,
        lack: '却没有写明来自哪个系统或事项',
        mend: '从数据目录中选择共享来源，或改为申请人提供。',
      }
    : {
        material,
        lack: `而数据目录里没有今天有效的“${source}”`,
        mend: `改选数据目录中有效的来源，或请改革办在“事项目录”的“数据目录”里登记“${source}”。`,
      };
const missingParts: Readonly<Record<string, string>> = {
  form: '有办理环节，却没有申请表单。',
  route: '有申请表单，却没有办理环节，申请无处可去。',
  pages: '申请表单没有一页。',
};

/** Of the rules whose parameters hold codes: the parameters as people read them. */
const inWords: Readonly<Partial<Record<RuleId, InWords>>> = {
  'instant-or-promised': ({ days = '', wanted = '' }, path) => ({
    days,
    wanted: wordOf(path.slice('guide.'.length), wanted),
  }),
  'result-kind': ({ name = '', wanted = '' }) => ({
    name,
    wanted: wanted === 'named' ? '有名称' : wordOf('result.kind', wanted),
  }),
  'shared-source': sharedFrom,
  'required-field': named,
  'recommended-field': named,
  'audience-topic': ({ topic, audience = '' }) => ({
    mismatch:
      topic === undefined
        ? `没有适合“${wordOf('audiences', audience)}”的主题`
        : `主题“${wordOf('lifeEvents', topic)}”不适合任何服务对象`,
  }),
  'audience-group': ({ group = '' }) => ({ group: wordOf('audienceGroups', group) }),
  'one-trip-claim': ({ visits = '' }) => ({ visits: visits === -1 ? '没有填写' : `为 ${visits}` }),
  'materials-in-circle': ({ matters = '', more = 0 }) => ({ matters, more: more === 0 ? '' : `等，另有 ${more} 个` }),
  'condition-target': ({ name = '', target = '' }, path) => ({ name: name === '' ? fieldNames[path] : name, target }),
  'form-and-route': ({ missing = '' }) => ({ missing: missingParts[missing] ?? '' }),
  'form-faults': fault,
  'route-faults': fault,
  'layout-faults': ({ fault: code, name = '' }) => ({
    fault: filled((faultWords as Readonly<Record<string, string>>)[String(code)] ?? '', { name }),
  }),
};
