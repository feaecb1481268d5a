import { applicationForm } from '@yitang/domain/catalog';
import {
  certificateNames,
  statableFields,
  type CertificateLayout,
  type CertificateName,
} from '@yitang/domain/certificate';
import type { FormDefinition } from '@yitang/domain/form';
import { dayInWords, type LocalText } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { renderCertificateSample } from '../../material/index.ts';
import { requireDraft } from '../draft/find-draft.ts';

/** Somebody who does not exist. */
const sample: Readonly<Partial<Record<CertificateName, LocalText>>> = {
  name: { zh: '示例同学', en: 'Sample Student' },
  number: { zh: '2023000001' },
  department: { zh: '示例学院', en: 'Sample School' },
  programme: { zh: '示例', en: 'Sample Programme' },
  grade: { zh: '2023级', en: '2023' },
  since: dayInWords('2023-09-01'),
  expectedEnd: dayInWords('2027-06-30'),
  position: { zh: '示例岗位', en: 'Sample Post' },
  purpose: { zh: '示例用途', en: 'sample purpose' },
};

/** The certificate of a draft as it would be printed. @throws `record.not-found` where the draft has none */
export async function printCertificateSample(call: Call, id: string): Promise<FileAnswer> {
  const { content, name } = await requireDraft(call, call.em, id);
  const { layout, guide } = content;
  const form = content.form && applicationForm(content.form, guide.situations);
  if (layout === null) throw problem('record.not-found');
  const order = { layout, isBilingual: layout.isBilingual, values: sampleValues(layout, form) };
  return new FileAnswer({
    content: await renderCertificateSample(call.deps, order),
    mediaType: 'application/pdf',
    fileName: `样张 ${name}.pdf`,
    disposition: 'inline',
  });
}

/** Of an answer its question, in brackets; what the form does not ask is marked, so that it is seen. */
function sampleValues(layout: CertificateLayout, form: FormDefinition | null) {
  const fields = statableFields(form);
  const answers = certificateNames(layout).filter((name) => name.startsWith('answer.'));
  const named = answers.map((name): [CertificateName, LocalText] => {
    const label = fields.get(name.slice('answer.'.length))?.field.label ?? { zh: '没有这个问题' };
    return [name, { zh: `〔${label.zh}〕`, ...(label.en === undefined ? {} : { en: `[${label.en}]` }) }];
  });
  return { ...sample, ...Object.fromEntries(named) };
}
