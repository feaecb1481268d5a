import { civilDateAt } from '@yitang/domain/calendar';
import { strandedCases } from '@yitang/domain/comparison';
import { countHeldPosts } from '../../organization/index.ts';
import { findRunning } from '../comparison/find-running.ts';
import type { RuleSource } from '../consistency/rule-facts.ts';
import { findDecided } from '../draft/find-decided.ts';
import type { BreachSentence, Publishable } from './batch-drafts.ts';

/** Drafts that would leave running cases without an end, and of which nobody has decided what becomes of these. */
export async function findStranding(
  { em, deps, now }: RuleSource,
  { drafts, places }: Pick<Publishable, 'drafts' | 'places'>,
): Promise<BreachSentence[]> {
  const idOf = ({ code }: { readonly code: string }): string => places.get(code)?.matterId ?? '';
  const touched = drafts.filter(({ operation }) => operation !== 'add');
  const running = await findRunning({ em, deps }, touched.map(idOf));
  if (running.size === 0) return [];
  const posts = await countHeldPosts(em, civilDateAt(now, deps.config.timeZone));
  const open = touched.flatMap(({ id, name, code, operation, ...draft }) => {
    const cases = running.get(idOf({ code, ...draft })) ?? [];
    const stranded = strandedCases(operation, { running: cases, posts });
    return stranded === null ? [] : [{ id, name, code, stranded }];
  });
  const decided = await findDecided(
    em,
    open.map(({ id }) => id),
  );
  return open
    .filter(({ id }) => !decided.has(id))
    .map(({ id, name, code, stranded: { cases, versions, vacant } }) => {
      const which = versions.map((version) => `第 ${version} 版`).join('、');
      const why = vacant.length === 0 ? '事项将取消' : `要经过的岗位 ${vacant.join('、')} 无人在岗`;
      return {
        draftId: id,
        message:
          `${name}（${code}）：有 ${cases} 件正在办理的办件（${which}），${why}。` +
          '请先办结或安排人员，或在“修改前后对比”页决定让它们按原版本办完。',
      };
    });
}
