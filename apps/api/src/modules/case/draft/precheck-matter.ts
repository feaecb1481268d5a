import type { PrecheckData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { getApplicant } from '../applicant.ts';
import { catalogOf } from '../catalog-access.ts';
import { getDirectory } from '../directory.ts';
import { isInstantMatter, promisedDays, requireOnline } from '../matter-rules.ts';
import { evaluate, todayIn } from './draft-context.ts';
import { openKeyOf } from './open-draft.ts';

/** Every precondition with its live result, before the first question. */
export async function precheckMatter(call: Call, code: string): Promise<PrecheckData> {
  const { em, deps, now, principal } = call;
  const personId = principal.personId;
  if (personId === undefined) throw problem('access.sign-in-required');
  const found = catalogOf(deps).find(code);
  if (found === undefined) throw problem('record.not-found');
  const matter = requireOnline(found);
  const directory = await getDirectory(deps);
  const today = todayIn(deps, now);
  const applicant = await getApplicant(em, deps, { personId, matter, directory, today, now });
  const results = await evaluate(em, call, { applicant, matter, personId, today });
  const drafts = await em.execute<{ id: string }[]>(
    'select id from case_drafts d where open_key = ? and expires_at > ? and not exists (select 1 from cases c where c.id = d.id)',
    [openKeyOf(personId, matter.id), now],
  );
  return {
    matter: { code, name: matter.name, isInstant: isInstantMatter(matter), promisedDays: promisedDays(matter) },
    preconditions: results.map(({ key, label, state, remedy, remedyLink }) => ({
      key,
      label,
      isMet: state === 'met',
      ...(state === 'unknown' && { remedy: tryLater }),
      ...(state === 'unmet' && { remedy: remedy ?? label, remedyLink }),
    })),
    isReady: results.every(({ state }) => state === 'met'),
    draftId: drafts[0]?.id ?? null,
  };
}

const tryLater = {
  zh: '暂时无法核验这一项，请稍后重新检查。',
  en: 'This could not be checked now. Please try again later.',
};
