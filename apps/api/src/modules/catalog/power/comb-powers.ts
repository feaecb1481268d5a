import type { Input, powerEndpoints } from '@yitang/contract';
import { decideCombing, type Combing, type CombingDecision, type PowerStep } from '@yitang/domain/power';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { findStillFiling } from './enterable.ts';
import { newPower } from './enter-power.ts';
import { findPowers } from './find-power.ts';
import { Power, PowerDecision, PowerLink } from './power.entity.ts';
import { powerProblem } from './power-problem.ts';
import { takeCodes } from './take-codes.ts';

type Wanted = Input<typeof powerEndpoints.combPowers>['body'];

/**
 * Keeps, merges, splits, hands down or cancels entries (梳理).
 * @throws `power.not-allowed` with every refusal, one without its document among them, `record.changed` where somebody was faster
 */
export async function combPowers(call: Call, wanted: Wanted): Promise<{ id: string; made: string[] }> {
  if (wanted.action === 'hand-down') requireDepartment(call, wanted.to.departmentId);
  return call.deps.runCommand(call, { name: 'power.comb' }, async (tx) => {
    const id = newId(tx.now.getTime());
    const powers = await findPowers(
      tx.em,
      wanted.powers.map(({ code }) => code),
    );
    refuseChanged(wanted, powers);
    const state = { powers: withDecision(powers), stillFiling: await findStillFiling(tx.em) };
    const decided = decideCombing(combingOf(wanted), state, { id, documents: wanted.documents });
    if (!decided.ok) throw powerProblem(decided, (code) => powers.get(code)?.name ?? code);
    await writeSteps(tx.em, decided.steps, { powers, at: tx.now, by: call.principal.displayName ?? '' });
    const made = await insertMade(call, tx, { decided, id });
    const { action, reason, documents } = wanted;
    await tx.em.insert(PowerDecision, {
      ...{ id, action, reason, documents, made, steps: [...decided.steps], at: tx.now },
      byName: call.principal.displayName ?? '',
      byPerson: principalKey(call.principal),
      undoneAt: null,
      edition: null,
    });
    tx.audit({
      action: `power.${action}`,
      chain: `power-decision:${id}`,
      target: { type: 'power-decision', id },
      outcome: 'done',
      after: { powers: decided.steps.map(({ code }) => code), made, reason, documents },
      startsChain: true,
    });
    return { id, made };
  });
}

function requireDepartment(call: Call, departmentId: string): void {
  if (call.deps.services.get(catalogKey).current().findDepartment(departmentId) !== undefined) return;
  const issue = { field: 'body.to.departmentId', code: 'unknown', message: '没有这个部门，请从列表中选择。' };
  throw problem('request.invalid', { issues: [issue] });
}

function refuseChanged(wanted: Wanted, powers: ReadonlyMap<string, Power>): void {
  const issues = wanted.powers.flatMap(({ code, revision }) => {
    const power = powers.get(code);
    if (power === undefined || power.revision === revision) return [];
    const message = `“${power.name}”刚刚被${power.updatedBy || '另一位同事'}改动，请看过最新内容再决定。`;
    return [{ field: 'body.powers', code: 'changed', message }];
  });
  if (issues.length > 0) throw problem('record.changed', { issues });
}

function combingOf(wanted: Wanted): Combing {
  const codes = wanted.powers.map(({ code }) => code);
  switch (wanted.action) {
    case 'hand-down':
      return { action: wanted.action, codes, to: wanted.to };
    case 'merge':
      return { action: wanted.action, codes, name: wanted.name };
    case 'split':
      return { action: wanted.action, codes, names: wanted.names };
    default:
      return { action: wanted.action, codes };
  }
}

/** The rules know no column that is undefined. */
export const withDecision = (powers: ReadonlyMap<string, Power>) =>
  new Map([...powers].map(([code, power]) => [code, { ...power, decisionId: power.decisionId ?? null }]));

interface Writing {
  readonly powers: ReadonlyMap<string, Power>;
  readonly at: Date;
  readonly by: string;
}

/** @throws `record.changed` */
export async function writeSteps(em: Em, steps: readonly PowerStep[], { powers, at, by }: Writing): Promise<void> {
  for (const { code, after } of steps) {
    const power = powers.get(code);
    if (power === undefined) throw problem('record.changed');
    const { status, decisionId, departmentId, office, post } = after;
    const written = await em.nativeUpdate(
      Power,
      { code, revision: power.revision },
      {
        ...{ status, decisionId, departmentId },
        content: { ...power.content, office, post },
        revision: power.revision + 1,
        updatedAt: at,
        updatedBy: by,
      },
    );
    if (written !== 1) throw problem('record.changed');
  }
}

async function insertMade(
  call: Call,
  tx: Tx,
  { decided, id }: { decided: CombingDecision; id: string },
): Promise<string[]> {
  const [first] = decided.made;
  if (first === undefined) return [];
  const department = call.deps.services.get(catalogKey).current().findDepartment(first.departmentId);
  const codes = await takeCodes(tx.em, department?.code ?? '', decided.made.length);
  const rows = decided.made.map((one, index) =>
    newPower(call, tx, { ...one, code: codes[index] ?? '', status: 'kept', decisionId: id }),
  );
  await tx.em.insertMany(Power, rows);
  const links = decided.steps.flatMap(({ code }) =>
    codes.map((toCode) => ({ fromCode: code, toCode, decisionId: id })),
  );
  await tx.em.insertMany(PowerLink, links);
  return codes;
}
