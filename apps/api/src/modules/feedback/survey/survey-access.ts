import { can, type Act } from '@yitang/domain/access';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Survey } from './survey.entity.ts';

/** Surveys belong to the whole university. */
export function may({ principal, now }: Call, act: Act): boolean {
  const grant = activeGrant(principal);
  const asker = { personId: principal.personId ?? null, grants: grant === undefined ? [] : [grant] };
  return can(asker, act, { at: now });
}

/** @throws `access.denied` */
export function requireAct(call: Call, act: Act): void {
  if (!may(call, act)) throw problem('access.denied');
}

/** @throws `record.not-found` */
export async function requireSurvey(em: Em, id: string): Promise<Survey> {
  const survey = await em.findOne(Survey, { id }, { disableIdentityMap: true });
  if (survey === null) throw problem('record.not-found');
  return survey;
}
