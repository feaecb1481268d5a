import type { Guide, Situation } from '@yitang/domain/catalog';
import { fieldsOf } from '@yitang/domain/form';
import { findDemoOnlineMatter } from '../online/index.ts';
import { words, type DemoGuide } from './guide-parts.ts';

/** Invented, as the university is: what the window asked for before data were shared. */
const windowRules = '示大办〔2019〕3号';

/** A guide as it was before one could apply on the net. */
export function atTheWindow({ matterCode, guide }: DemoGuide): Guide {
  if (!guide.isOnline) return guide;
  const looked = { name: words('窗口核验原件', 'Originals are checked'), by: words('窗口', 'Counter'), days: 0 };
  const situations = askedThere(matterCode, guide);
  return {
    ...guide,
    isOnline: false,
    onlineDepth: 1,
    visitsOnSite: 1,
    visitReason: words('到窗口提交材料', 'To hand in the papers'),
    promisedDays: daysAtTheWindow(guide.promisedDays),
    ...(situations.length > 0 && { situations }),
    materials: guide.materials.map(broughtOnPaper),
    steps: [looked, ...guide.steps],
  };
}

/** The window took two working days longer, but for what it did on the spot. */
export function daysAtTheWindow<Days extends number | null>(promised: Days): number | Days {
  return promised === null || promised === 0 ? promised : promised + 2;
}

/** What is looked up today was brought as a copy. */
function broughtOnPaper(material: Guide['materials'][number]): Guide['materials'][number] {
  if (material.sourceMode !== 'shared') return material;
  const { sharedFrom: _looked, basis = windowRules, ...rest } = material;
  return { ...rest, basis, sourceMode: 'applicant', form: 'paper', copies: 1 };
}

/** What the form asks today, and papers depend on, the guide asked then. */
function askedThere(matterCode: string, { materials, situations = [] }: Guide): Situation[] {
  const wanted = new Set(materials.flatMap(({ showWhen }) => fieldsOf(showWhen)));
  for (const { key } of situations) wanted.delete(key);
  const fields = findDemoOnlineMatter(matterCode)?.form.pages.flatMap((page) => page.fields) ?? [];
  const asked = fields.flatMap((field) =>
    'options' in field && wanted.has(field.key)
      ? [{ key: field.key, question: field.label, options: [...field.options] }]
      : [],
  );
  return [...situations, ...asked];
}
