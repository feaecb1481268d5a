import { inGroupsOfFour } from '@yitang/domain/numbering';
import { textIn, type Locale } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { renderReceipt, type ReceiptData } from '../../material/index.ts';
import { getDirectory } from '../directory.ts';
import { answerGroups } from '../form/answer-lines.ts';
import { formOf } from '../matter-rules.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { trackPathOf } from '../track/track-link.ts';
import { holderWords } from './find-holders.ts';
import { currentFiles, listCaseFiles } from './case-files.ts';
import { requireOwnCase } from './get-my-case.ts';

/** 受理单: the receipt of an own case as A4, with what was answered. */
export async function readReceipt(call: Call, caseId: string): Promise<FileAnswer> {
  const { em, deps, principal } = call;
  const directory = await getDirectory(deps);
  const loaded = await requireOwnCase(em, deps, { caseId, personId: principal.personId });
  const { current, matter, corrections } = loaded;
  const post = directory.findPostById(current.inboxPost ?? '');
  const pdf = await renderReceipt(deps, {
    path: trackPathOf(deps.crypto, current) ?? `/my/cases/${caseId}`,
    number: current.number,
    matterName: current.matterName,
    applicantName: current.applicantName,
    applicantNumber: current.applicantNumber ?? null,
    submittedAt: current.submittedAt,
    dueDate: current.dueOn ?? null,
    promisedDays: current.promisedDays,
    extensionDays: current.extensionDays,
    holder: holderWords(directory, current),
    phone: directory.holderOf(post)?.phone ?? matter.guide.consultPhone,
    answers: printedAnswers(loaded, principal.locale),
    materials: currentFiles(await listCaseFiles(em, loaded), corrections).map(({ name }) => name),
    locale: principal.locale,
  });
  return new FileAnswer({
    content: pdf,
    mediaType: 'application/pdf',
    fileName: `受理单 ${inGroupsOfFour(current.number)}.pdf`,
    disposition: 'inline',
  });
}

/** In the words of the form that the case was submitted with. */
function printedAnswers({ matter, answers }: LoadedCase, locale: Locale): ReceiptData['answers'] {
  const groups = answerGroups(formOf(matter), answers, { isMasked: true, locale });
  return groups.map(({ title, lines }) => ({
    title: textIn(locale, title),
    lines: lines.map(({ label, value }) => ({ label: textIn(locale, label), value })),
  }));
}
