import { plainYuan, textIn, type Locale, type LocalText } from '@yitang/domain/vocabulary';
import { paperWords } from './guide-paper-words.ts';
import type { GuideView } from './matter.presenter.ts';

type Fee = GuideView['fees'][number];
export const feeLine = ({ name, amountFen, standard, basis }: Fee, locale: Locale): string => {
  const amount = standard === undefined ? paperWords[locale].money(plainYuan(amountFen)) : textIn(locale, standard);
  return `${textIn(locale, name)} ${amount}（${basis}）`;
};

/** The whole guide; its headings in the order of GB/T 36114-2018 as far as that is known. */
export function guideLists(guide: GuideView, locale: Locale): List[] {
  const say = paperWords[locale];
  const text = (one: LocalText | null | undefined): string[] => (one ? [textIn(locale, one)] : []);
  const office = [guide.department.name, guide.handlingOffice ?? ''].filter(Boolean).join('　');
  return [
    { title: say.scope, items: [guide.audiences.map((one) => say.audiences[one]).join('、')] },
    { title: say.basis, items: guide.basis.map(basisLine) },
    { title: say.bodies, items: [office] },
    { title: say.deciding, items: [guide.department.name, ...guide.jointDepartments] },
    { title: say.quota, items: guide.quota ? text(guide.quota) : [say.noQuota] },
    { title: say.conditions, items: guide.conditions.map((one) => textIn(locale, one)) },
    { title: say.materials, items: materialItems(guide.materials, locale) },
    { title: say.intake, items: intakeItems(guide, locale) },
    ...stepLists(guide, locale),
    {
      title: say.mode,
      items: [
        modesOf(guide)
          .map((mode) => say.modes[mode])
          .join('、'),
      ],
    },
    { title: say.limits, items: limitItems(guide, locale) },
    { title: say.feesAndBasis, items: feeItems(guide, locale) },
    { title: say.result, items: text(guide.result?.name) },
    { title: say.delivery, items: guide.resultDelivery.map((one) => say.deliveries[one]) },
    { title: say.rights, items: [...say.rightsAndDuties, ...text(guide.remedy)] },
    { title: say.consultWays, items: [guide.consultPhone ?? [], text(guide.consultAddress)].flat() },
    { title: say.complaintWays, items: [guide.complaintPhone ?? [], text(guide.complaintAddress)].flat() },
    { title: say.places, items: guide.places.map((place) => placeLine(place, locale)) },
    { title: say.progress, items: [say.progressWays] },
    { title: say.faqs, items: guide.faqs.map(({ question, answer }) => [question, answer].flatMap(text).join(' ')) },
  ];
}

const basisLine = ({ title, docNo, article }: GuideView['basis'][number]): string =>
  `《${title}》${docNo ?? ''}${article ?? ''}`;

const materialItems = (materials: GuideView['materials'], locale: Locale): string[] =>
  materials.length === 0 ? [paperWords[locale].nothing] : materials.map((one) => materialLine(one, locale));

function intakeItems({ channels, windows }: GuideView, locale: Locale): string[] {
  const say = paperWords[locale];
  const spans = windows.map(({ from, until, note }) =>
    [say.window(from, until), note && textIn(locale, note)].filter(Boolean).join('　'),
  );
  return [channels.map((one) => say.channels[one]).join('、'), ...spans];
}

function modesOf(guide: GuideView): ('instant' | 'promised' | 'tolerant' | 'joint')[] {
  return [
    guide.promisedDays === 0 ? ('instant' as const) : ('promised' as const),
    ...(guide.materials.some(({ necessity }) => necessity === 'tolerable') ? (['tolerant'] as const) : []),
    ...(guide.jointDepartments.length > 0 ? (['joint'] as const) : []),
  ];
}

function limitItems(guide: GuideView, locale: Locale): string[] {
  const say = paperWords[locale];
  const { promisedDays: promised, statutoryDays: statutory, statutoryUnit: unit = 'workdays' } = guide;
  return [
    ...(promised === null ? [] : [say.promised(say.days(promised))]),
    ...(statutory === null ? [] : [say.statutory(say.units[unit](statutory))]),
    ...guide.specialProcedures.map(({ name, limitDays }) => say.special(textIn(locale, name), say.days(limitDays))),
  ];
}

function feeItems({ fees }: GuideView, locale: Locale): string[] {
  if (fees.length === 0) return [paperWords[locale].free];
  return fees.map((fee) =>
    [feeLine(fee, locale), fee.reduction && textIn(locale, fee.reduction)].filter(Boolean).join('　'),
  );
}

interface List {
  readonly title: string;
  readonly items: string[];
}

/** All that is asked for in this situation, told once; what the university has itself is not asked for. */
export function noticeLists(guide: GuideView, locale: Locale): List[] {
  const say = paperWords[locale];
  const needed = guide.materials.filter(({ sourceMode, isNeeded }) => sourceMode === 'applicant' && isNeeded !== 'no');
  return [
    { title: say.conditions, items: guide.conditions.map((one) => textIn(locale, one)) },
    { title: say.materials, items: materialItems(needed, locale) },
    ...stepLists(guide, locale),
    { title: say.places, items: guide.places.map((place) => placeLine(place, locale)) },
  ];
}

function stepLists({ steps, stepsOffline }: GuideView, locale: Locale): List[] {
  const say = paperWords[locale];
  return [
    { title: say.steps, items: steps.map((step) => stepLine(step, locale)) },
    { title: say.stepsOffline, items: stepsOffline.map((step) => stepLine(step, locale)) },
  ];
}

function materialLine(material: GuideView['materials'][number], locale: Locale): string {
  const say = paperWords[locale];
  const name = textIn(locale, material.name);
  if (material.sourceMode !== 'applicant') return `${name}（${say.notAsked}）`;
  const count = say.count(material.originals, material.copies);
  const when = material.isNeeded === 'depends' ? `；${say.depends}` : '';
  const more = [
    material.pageFormat,
    material.basis,
    material.blankFileId && say.blankForm,
    material.sampleFileId && say.sampleForm,
  ].flatMap((one) => (one ? `；${one}` : []));
  const form = `${say.form[material.form]}${count === '' ? '' : `，${count}`}`;
  return `${name}（${form}${when}${more.join('')}）：${textIn(locale, material.why)}`;
}

function stepLine({ name, by, days, isNeeded }: GuideView['steps'][number], locale: Locale): string {
  const say = paperWords[locale];
  const limit = days === null ? '' : `，${say.days(days)}`;
  const when = isNeeded === 'depends' ? `；${say.depends}` : '';
  return `${textIn(locale, name)}（${textIn(locale, by)}${limit}${when}）`;
}

const placeLine = ({ name, address, hours }: GuideView['places'][number], locale: Locale): string =>
  [name, address, hours].map((one) => textIn(locale, one)).join('　');
