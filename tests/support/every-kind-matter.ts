import type { MaterialRequirement, MatterContent } from '@yitang/domain';
import { cardMatter } from './case-world.ts';
import { everyKindForm } from './every-kind-form.ts';

export const everyKindCode = 'DEMO-EVERY';

const invoice: MaterialRequirement = {
  key: 'photo',
  name: { zh: '发票' },
  sourceMode: 'applicant',
  necessity: 'required',
  form: 'electronic',
  originals: 1,
  copies: 0,
  why: { zh: '核对金额' },
  accepts: ['pdf', 'png'],
  maxBytes: 1_000_000,
  maxFiles: 2,
};

/** A form with every kind of field, a file on a page of its own, and a post that may ask for corrections. */
export function everyKindMatter(form = everyKindForm): MatterContent {
  const { guide, summary, ...rest } = cardMatter();
  return {
    ...rest,
    summary: { ...summary, code: everyKindCode, name: '费用报销' },
    guide: { ...guide, materials: [invoice] },
    form,
  };
}
