import type { PowerRefused } from '@yitang/domain/power';
import type { PowerRefusalCode } from '@yitang/domain/vocabulary';
import { problem, type ProblemError } from '../../../platform/problem/index.ts';

const sentences: Readonly<Record<PowerRefusalCode, string>> = {
  'power.unknown': '没有这个条目，可能已被撤下，请刷新后再选。',
  'power.wrong-status': '该条目当前的状态不能这样处理，请刷新后查看。',
  'power.not-accepted': '所在部门的申报还没有被接收，请先接收该部门的申报。',
  'power.no-basis': '没有设定依据。请先补上依据，或者取消该条目。',
  'power.no-document': '合并、拆分、下放和取消要有文件：请写明文件名称和文号，或附上文件。',
  'merge.too-few': '合并至少要选两个条目。',
  'split.one-at-a-time': '一次只能拆分一个条目。',
  'split.too-few': '拆分后至少要有两个条目，请每行写一个名称。',
  'split.same-name': '拆分后的名称不能相同。',
  'decision.published': '该决定已随清单公布，不能撤销；请另作新的决定。',
  'decision.undone': '该决定已经撤销。',
  'decision.built-upon': '该条目之后又有改动或新的决定，请先撤销后面的。',
  'round.closed': '这一轮申报已经结束。',
  'round.not-begun': '这一轮申报还没有开始。',
  'round.dates': '截止日期要晚于开始日期。',
  'round.past': '开始日期不能早于今天。',
  'round.busy': '已在另一轮没有结束的申报中。',
  'filing.wrong-status': '这份申报当前的状态不能这样处理，请刷新后查看。',
  'filing.empty': '还没有录入条目。确实没有小微权力的，请在说明中写明。',
  'filing.reason-missing': '请写明退回的理由，让部门知道要改什么。',
  'edition.empty': '清单里还没有保留的条目，请先梳理。',
  'edition.unchanged': '与上一版相比没有变化，不需要公布新版。',
  'edition.too-early': '生效日期不能早于今天，也不能早于上一版。',
  'edition.in-force': '这一版已经施行，不能撤回；请公布新的一版。',
  'edition.not-latest': '之后又公布了新的一版，请先撤回后面的。',
  'edition.withdrawn': '这一版已经撤回。',
};

/** Where on the form a refusal is shown. */
const fields: Readonly<Partial<Record<PowerRefusalCode, string>>> = {
  'power.no-document': 'body.documents',
  'split.too-few': 'body.names',
  'split.same-name': 'body.names',
  'round.dates': 'body.dueOn',
  'round.past': 'body.opensOn',
  'round.busy': 'body.departmentIds',
  'filing.empty': 'body.note',
  'filing.reason-missing': 'body.note',
  'edition.too-early': 'body.effectiveFrom',
};

/** Every refusal as a sentence with its field; `nameOf` says what a person calls the entry or department. */
export function powerProblem(
  { refusals }: PowerRefused,
  nameOf: (subject: string) => string = (subject) => subject,
): ProblemError {
  return problem('power.not-allowed', {
    issues: refusals.map(({ code, subject }) => ({
      field: fields[code] ?? 'body.powers',
      code,
      message: subject === undefined ? sentences[code] : `“${nameOf(subject)}”：${sentences[code]}`,
    })),
  });
}
