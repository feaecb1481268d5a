import type { MatterGuideData } from '@yitang/contract';

/** The parts of a guide that have something to say, in their order on the page. */
export function guideSections(guide: MatterGuideData) {
  const sections = [
    { id: 'conditions', has: guide.conditions.length + guide.preconditions.length + guide.windows.length > 0 },
    { id: 'materials', has: guide.hasFullGuide || guide.materials.length > 0 },
    { id: 'steps', has: guide.steps.length + guide.stepsOffline.length > 0 },
    { id: 'fees', has: guide.fees.length > 0 },
    { id: 'result', has: guide.result !== null || guide.resultDelivery.length > 0 },
    { id: 'places', has: guide.places.length > 0 },
    { id: 'basis', has: guide.basis.length + guide.powers.length > 0 },
    { id: 'contact', has: true },
    { id: 'faqs', has: guide.faqs.length > 0 },
  ] as const;
  return sections.filter(({ has }) => has).map(({ id }) => id);
}
