import type { FieldPath, MatterContent } from '@yitang/domain/catalog';
import type { GuideProposal } from './proposal.entity.ts';

type Proposed = Pick<GuideProposal, 'kind' | 'item' | 'itemName' | 'cases'>;

/**
 * What a proposal writes into the draft of its matter: words for applicants where the guide lists the material, otherwise a
 * question and its answer. Made of figures and names of the guide alone, never of what staff wrote to one applicant.
 */
export function proposedValues(content: MatterContent, proposal: Proposed): ReadonlyMap<FieldPath, unknown> {
  const { materials, faqs } = content.guide;
  const key = proposal.item.slice(proposal.item.indexOf('/') + 1);
  const isListed = proposal.item.startsWith('material/') && materials.some((material) => material.key === key);
  if (isListed && proposal.kind !== 'stop-asking') {
    const hint = `近一年有 ${proposal.cases} 件申请因“${proposal.itemName}”不合要求被退回补正。提交前请对照受理标准和样表逐项检查。`;
    const next = materials.map((material) =>
      material.key === key ? { ...material, instructions: added(material.instructions?.zh, hint) } : material,
    );
    return new Map([['guide.materials', next]]);
  }
  return new Map([['guide.faqs', [...faqs, questionOf(proposal)]]]);
}

const added = (before: string | undefined, hint: string) => ({
  zh: before === undefined || before === '' ? hint : `${before}\n${hint}`,
});

function questionOf({ kind, itemName, cases }: Proposed) {
  switch (kind) {
    case 'stop-asking':
      return {
        question: { zh: `需要我提供“${itemName}”吗？` },
        answer: { zh: '不需要。学校已有这项信息，由办理部门自行核对；如被要求提供，可拨打监督电话反映。' },
      };
    case 'check-in-form':
      return {
        question: { zh: `“${itemName}”怎样填写才不会被退回？` },
        answer: { zh: `近一年有 ${cases} 件申请因这一项被退回补正。请按填写说明逐字核对后再提交。` },
      };
    default:
      return {
        question: { zh: `什么情况下还需要“${itemName}”？` },
        answer: { zh: `近一年有 ${cases} 件申请被要求补充这一项。请在此写明适用情形，或者不再要求。` },
      };
  }
}
