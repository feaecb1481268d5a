import { isDraftEditable } from '@yitang/domain/catalog';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { openChange } from '../draft/create-draft.ts';
import { writeValues } from '../draft/save-draft.ts';
import { findPowers } from './find-power.ts';

/**
 * Links entries to a matter (精简归并): in its draft, so that the link is checked and becomes public with it. Entries that
 * are linked already stay.
 * @throws `draft.not-editable`, `request.invalid` with every entry that has ended
 */
export async function linkToMatter(
  call: Call,
  { codes, matter }: { readonly codes: readonly string[]; readonly matter: string },
): Promise<{ draftId: string; name: string }> {
  return call.deps.runCommand(call, { name: 'power.link' }, async (tx) => {
    const draft = await openChange(call, tx, matter);
    if (!isDraftEditable(draft.status)) throw problem('draft.not-editable');
    const powers = await findPowers(tx.em, codes);
    const issues = codes.flatMap((code) => {
      const power = powers.get(code);
      if (power !== undefined && ['entered', 'kept', 'handed-down'].includes(power.status)) return [];
      const message = `“${power?.name ?? code}”已合并、拆分、取消或不存在，不能关联。`;
      return [{ field: 'body.codes', code: 'power.wrong-status', message }];
    });
    if (issues.length > 0) throw problem('request.invalid', { issues });
    const before = draft.content.guide.powerCodes ?? [];
    const linked = [...new Set([...before, ...codes])];
    const by = call.principal.displayName ?? '';
    const values = linked.length === before.length ? [] : [['guide.powerCodes', linked] as const];
    await writeValues(tx, draft, { values: new Map(values), by });
    tx.audit({
      action: 'power.link',
      chain: `draft:${draft.id}`,
      target: { type: 'matter-draft', id: draft.id },
      outcome: 'done',
      after: { matter, powers: linked },
    });
    return { draftId: draft.id, name: draft.name };
  });
}
