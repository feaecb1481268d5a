import { isEmptyValue, type MaterialRequirement } from '../catalog/index.ts';
import { sourceKey } from '../vocabulary/index.ts';
import { each, type Finding, type Rule } from './rule.ts';

const inMaterials = (
  materials: readonly MaterialRequirement[],
  isBroken: (material: MaterialRequirement) => boolean,
): readonly Finding[] =>
  each('guide.materials', materials, (material) => (isBroken(material) ? { material: material.name.zh } : undefined));

/**
 * 12: what the university has already is named with the source that gives it, or the matter that issues it; a source that
 * is named has a live entry in the data catalogue.
 */
const sharedSource: Rule = {
  id: 'shared-source',
  severity: 'blocks',
  paths: ['guide.materials'],
  find: ({ guide }, { liveSources }) =>
    each('guide.materials', guide.materials, ({ name, sourceMode, sharedFrom, issuedByMatter }) => {
      if (sourceMode !== 'shared') return undefined;
      const source = sourceKey(sharedFrom?.zh ?? '');
      const isGiven = source === '' ? issuedByMatter !== undefined : liveSources.has(source);
      return isGiven ? undefined : { material: name.zh, source };
    }),
};

/** A proof or a stamp that no rule asks for is not asked for (取消没有依据的证明和盖章). */
const proofBasis: Rule = {
  id: 'proof-basis',
  severity: 'blocks',
  paths: ['guide.materials'],
  find: ({ guide }) => inMaterials(guide.materials, ({ isProof, basis }) => isProof === true && isEmptyValue(basis)),
};

/** What an applicant brings sounds like a proof or a stamp, and no rule that asks for it is named. */
const soundsLikeProof = ({ name, basis, sourceMode }: MaterialRequirement): boolean =>
  sourceMode === 'applicant' && isEmptyValue(basis) && /证明|盖章|公章|签章/u.test(name.zh);

/** Whether it is one has to be answered before it is published. */
const suspectedProof: Rule = {
  id: 'suspected-proof',
  severity: 'blocks',
  paths: ['guide.materials'],
  find: ({ guide }) =>
    inMaterials(guide.materials, (material) => material.isProof === undefined && soundsLikeProof(material)),
};

/** Whoever answers that it is none, against its name, is asked to look again. */
const deniedProof: Rule = {
  id: 'denied-proof',
  severity: 'warns',
  paths: ['guide.materials'],
  find: ({ guide }) =>
    inMaterials(guide.materials, (material) => material.isProof === false && soundsLikeProof(material)),
};

/** The matter whose result is asked for is published, and has a result. */
const issuingMatter: Rule = {
  id: 'issuing-matter',
  severity: 'blocks',
  paths: ['guide.materials'],
  find: ({ guide }, { matters }) =>
    each('guide.materials', guide.materials, ({ name, issuedByMatter: code }) =>
      code === undefined || matters.get(code)?.hasResult === true ? undefined : { material: name.zh, code },
    ),
};

/** Names told of a circle; a long one is told by its beginning. */
const namesTold = 6;

/** Nobody can begin where each of several matters asks for the result of the next. */
const materialsInCircle: Rule = {
  id: 'materials-in-circle',
  severity: 'blocks',
  paths: ['guide.materials'],
  find({ summary, guide }, { circles, matters }) {
    const circle = circles.get(summary.code);
    if (circle === undefined) return [];
    const names = circle.slice(0, namesTold).map((code) => matters.get(code)?.name ?? code);
    const members = new Set(circle);
    return each('guide.materials', guide.materials, ({ issuedByMatter: code }) =>
      code !== undefined && members.has(code)
        ? { matters: names.join('、'), more: Math.max(0, circle.length - namesTold) }
        : undefined,
    );
  },
};

export const materialRules: readonly Rule[] = [
  sharedSource,
  proofBasis,
  suspectedProof,
  deniedProof,
  issuingMatter,
  materialsInCircle,
];
