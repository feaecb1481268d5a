import { inGroupsOfFour } from '@yitang/domain/numbering';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { renderReceipt } from '../../material/index.ts';
import { getDirectory } from '../directory.ts';
import { holderWords } from './find-holders.ts';
import { currentFiles, listCaseFiles } from './case-files.ts';
import { requireOwnCase } from './get-my-case.ts';

/** 受理单: the receipt of an own case as A4. */
export async function readReceipt(call: Call, caseId: string): Promise<FileAnswer> {
  const { em, deps, principal } = call;
  const directory = await getDirectory(deps, em);
  const loaded = await requireOwnCase(em, deps, { caseId, personId: principal.personId });
  const { current, matter, corrections } = loaded;
  const post = directory.findPostById(current.inboxPost ?? '');
  const pdf = await renderReceipt(deps, {
    caseId,
    number: current.number,
    matterName: current.matterName,
    applicantName: current.applicantName,
    applicantNumber: current.applicantNumber ?? null,
    submittedAt: current.submittedAt,
    dueDate: current.dueOn ?? null,
    promisedDays: current.promisedDays,
    holder: holderWords(directory, current),
    phone: directory.holderOf(post)?.phone ?? matter.guide.consultPhone,
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
