import type { DraftData, FieldData } from '@yitang/contract';
import { applicationForm } from '@yitang/domain/catalog';
import { isVisible, visibleFields, type Answers, type FormField } from '@yitang/domain/form';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Principal } from '../../../../platform/principal/index.ts';
import { getDemoGuide } from '../guides/index.ts';
import { findDemoOnlineMatter } from '../online/index.ts';
import { sampleAnswers } from '../online/sample-answers.ts';
import type { DemoPerson } from '../people/index.ts';
import type { CallEndpoint } from './call-endpoints.ts';
import type { OpenCase } from './open-cases.ts';
import { sampleFile } from './sample-files.ts';

export interface Filling {
  readonly call: CallEndpoint;
  readonly principal: Principal;
  readonly person: DemoPerson;
  readonly of: OpenCase;
  readonly today: CivilDate;
}

/** Opens the draft (or finds it again), answers page after page, uploads what is asked for. Returns the draft's id. */
export async function fillInDraft({ call, principal, person, of, today }: Filling): Promise<string> {
  const { matterCode } = of;
  const answers: Answers = { ...sampleAnswers[matterCode]?.(today), ...of.answers, phone: person.phone };
  let draft: DraftData = await call('openDraft', principal, { body: { matterCode } });
  const online = findDemoOnlineMatter(matterCode);
  const form = online && applicationForm(online.form, getDemoGuide(matterCode).situations);
  for (const page of form?.pages ?? []) {
    if (!isVisible(page.showWhen, answers)) continue;
    draft = await call('savePage', principal, {
      params: { draftId: draft.id, page: page.key },
      body: { answers: answersTo(visibleFields(page, answers), answers), isPartial: false },
    });
  }
  await uploadFiles({ call, principal, draft });
  return draft.id;
}

/** What is known already is not sent again. */
function answersTo(fields: readonly FormField[], answers: Answers): SentAnswers {
  const open = new Set(fields.filter(({ isLocked }) => isLocked !== true).map(({ key }) => key));
  return sentAnswers(Object.fromEntries(Object.entries(answers).filter(([key]) => open.has(key))));
}

export type SentAnswers = Record<string, NonNullable<FieldData['value']>>;

/** Answers as they are sent. */
export function sentAnswers(answers: Answers): SentAnswers {
  return structuredClone(answers) as SentAnswers;
}

async function uploadFiles({
  call,
  principal,
  draft,
}: Pick<Filling, 'call' | 'principal'> & { draft: DraftData }): Promise<void> {
  const missing = draft.materials.filter(
    ({ sourceMode, maxFiles, files }) => sourceMode === 'applicant' && maxFiles > 0 && files.length === 0,
  );
  for (const { key, name, accepts } of missing) {
    const params = { draftId: draft.id, requirementKey: key };
    await call('uploadMaterial', principal, { params, file: sampleFile(name.zh, accepts) });
  }
}
