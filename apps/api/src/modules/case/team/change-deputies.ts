import type { Input, teamEndpoints } from '@yitang/contract';
import { deputyIssues, type DeputyFault } from '@yitang/domain/deputy';
import { affectedRows } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { endDeputy, listDeputies, nameDeputy } from '../../organization/index.ts';
import { getDirectory } from '../directory.ts';
import { findTeam } from './find-team.ts';
import { requireOwnTeam, todayOf } from './team-access.ts';

type Endpoints = typeof teamEndpoints;

const sentences: Readonly<Record<DeputyFault, string>> = {
  'absent-unknown': '请选择由谁离岗，只能是本部门在岗的人员。',
  'deputy-unknown': '请选择由谁代理，只能是本部门的经办人或负责人。',
  'same-person': '代理人不能是离岗的人自己，请另选一位。',
  'from-missing': '请填写代理从哪一天开始，例如 2026-12-01。',
  'until-missing': '请填写代理到哪一天为止，例如 2026-12-05。',
  'until-past': '代理的最后一天已经过去，请填写今天或以后的日期。',
  'until-before-from': '代理的最后一天不能早于第一天。',
  'too-long': '一次代理最长一年，更长的请由管理员调整岗位。',
  'already-deputised': '这位同事在这些日子里已经有代理人，请先结束原来的代理，或者换日期。',
  'deputy-is-absent': '代理人自己在这些日子里也有人代理，请另选一位。',
  'absent-is-deputy': '这位同事在这些日子里正在代理别人，请先结束那一项代理。',
};

/**
 * Names who stands in for somebody of the head's own department. Within the days its cases are told to the deputy, whose
 * inbox they are in; afterwards to the one who holds the post, without anybody doing anything.
 * @throws `request.invalid` with every issue, `access.denied`
 */
export async function nameOwnDeputy(
  call: Call,
  wanted: Input<Endpoints['nameDeputy']>['body'],
): Promise<{ id: string }> {
  const departmentId = requireOwnTeam(call);
  const today = todayOf(call);
  const directory = await getDirectory(call.deps);
  return call.deps.runCommand(call, { name: 'team.name-deputy' }, async (tx) => {
    // Two heads who name at once stand in a row: no day gets two deputies.
    await affectedRows(tx.em, 'update departments set id = id where id = ?', [departmentId]);
    const team = await findTeam(tx.em, { departmentId, directory, on: today });
    const known = await listDeputies(tx.em, departmentId, today);
    const facts = { today, holders: new Set(team.heldBy.keys()), staff: new Set(team.staff), known };
    const issues = deputyIssues(wanted, facts);
    if (issues.length > 0) {
      throw problem('request.invalid', {
        issues: issues.map(({ field, code }) => ({ field: `body.${field}`, code, message: sentences[code] })),
      });
    }
    const id = newId(tx.now.getTime());
    const namedBy = tx.principal.displayName ?? '';
    await nameDeputy(tx.em, { id, departmentId, ...wanted, namedBy, namedAt: tx.now });
    tx.audit({ action: 'team.name-deputy', ...targetOf(id), outcome: 'done', after: { departmentId, ...wanted } });
    return { id };
  });
}

/** From now on the deputy stands in no longer. @throws `record.not-found` for one of another department as for none */
export async function endOwnDeputy(call: Call, id: string): Promise<void> {
  const departmentId = requireOwnTeam(call);
  await call.deps.runCommand(call, { name: 'team.end-deputy' }, async (tx) => {
    if (!(await endDeputy(tx.em, { id, departmentId }, tx.now))) throw problem('record.not-found');
    tx.audit({ action: 'team.end-deputy', ...targetOf(id), outcome: 'done' });
  });
}

const targetOf = (id: string) => ({ chain: `deputy:${id}`, target: { type: 'deputy', id } });
