import type { catalogEndpoints, Input } from '@yitang/contract';
import { textIn, type Locale, type LocalText } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../platform/endpoint/index.ts';
import { renderPaper } from '../material/index.ts';
import { previewDraft } from './editor/preview-draft.ts';
import { getGuide } from './get-guide.ts';
import { paperWords } from './guide-paper-words.ts';
import type { GuideView } from './matter.presenter.ts';

type Wanted = Input<typeof catalogEndpoints.printGuide>['query'];

/** The guide as A4; the one-time notice is what of it somebody in the chosen situation needs. */
export async function printGuide(call: Call, code: string, wanted: Wanted): Promise<FileAnswer> {
  return guideOnPaper(call, await getGuide(call, code, wanted), wanted);
}

/** As `printGuide`, of a draft as if it were published today; the paper says that it is none. */
export async function printDraftGuide(call: Call, id: string, wanted: Wanted): Promise<FileAnswer> {
  const guide = await previewDraft(call, id, wanted.situation);
  return guideOnPaper(call, guide, { ...wanted, isDraft: true });
}

async function guideOnPaper(
  { deps }: Call,
  guide: GuideView,
  { kind, situation, locale, isDraft = false }: Wanted & { readonly isDraft?: boolean },
): Promise<FileAnswer> {
  const say = paperWords[locale];
  const query = situation === undefined ? '' : `?situation=${encodeURIComponent(situation)}`;
  const content = await renderPaper(deps, {
    language: locale,
    title: kind === 'notice' ? say.notice : say.guide,
    number: `${guide.code} / ${guide.version}`,
    path: `/matters/${guide.code}${query}`,
    facts: factsOf(guide, locale),
    lists: kind === 'notice' ? noticeLists(guide, locale) : guideLists(guide, locale),
    notes: [
      isDraft ? say.draft : say.note(guide.version, guide.effectiveFrom),
      ...(guide.isSample ? [say.sample] : []),
    ],
    purpose: say.purpose,
  });
  return new FileAnswer({
    content,
    mediaType: 'application/pdf',
    fileName: `${kind === 'notice' ? say.notice : say.guide} ${guide.name}.pdf`,
    disposition: 'inline',
  });
}

interface Line {
  readonly label: string;
  readonly value: string;
}

function factsOf(guide: GuideView, locale: Locale): Line[] {
  const say = paperWords[locale];
  const { handlingItem } = guide;
  const lines: [string, string | null][] = [
    [say.matter, guide.name],
    [say.department, [guide.department.name, guide.handlingOffice].filter(Boolean).join('　')],
    [say.handlingItem, handlingItem === null ? null : `${textIn(locale, handlingItem.name)}（${handlingItem.code}）`],
    ...guide.situations.flatMap(({ question, options, chosen }): [string, string | null][] => {
      const option = options.find(({ value }) => value === chosen);
      return option === undefined ? [] : [[textIn(locale, question), textIn(locale, option.label)]];
    }),
    [say.trips, guide.visitsOnSite === null ? null : say.tripCount(guide.visitsOnSite)],
    [say.promise, guide.promisedDays === null ? null : say.days(guide.promisedDays)],
    [say.fees, guide.fees.length === 0 ? say.free : guide.fees.map((fee) => feeLine(fee, locale)).join('；')],
    [say.consult, guide.consultPhone],
    [say.complaint, guide.complaintPhone],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const feeLine = ({ name, amountFen, basis }: GuideView['fees'][number], locale: Locale): string =>
  `${textIn(locale, name)} ${paperWords[locale].money(yuan(amountFen))}（${basis}）`;

type List = { title: string; items: string[] };

/** All that is asked for in this situation, told once; what the university has itself is not asked for. */
function noticeLists(guide: GuideView, locale: Locale): List[] {
  const say = paperWords[locale];
  const needed = guide.materials.filter(({ sourceMode, isNeeded }) => sourceMode === 'applicant' && isNeeded !== 'no');
  return [
    { title: say.conditions, items: guide.conditions.map((one) => textIn(locale, one)) },
    {
      title: say.materials,
      items: needed.length === 0 ? [say.nothing] : needed.map((one) => materialLine(one, locale)),
    },
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

function guideLists(guide: GuideView, locale: Locale): List[] {
  const say = paperWords[locale];
  const basisLine = ({ title, docNo, article }: GuideView['basis'][number]): string =>
    `《${title}》${docNo ?? ''}${article ?? ''}`;
  const text = (one: LocalText): string => textIn(locale, one);
  return [
    { title: say.basis, items: guide.basis.map(basisLine) },
    { title: say.conditions, items: guide.conditions.map(text) },
    { title: say.materials, items: guide.materials.map((one) => materialLine(one, locale)) },
    ...stepLists(guide, locale),
    { title: say.result, items: guide.result === null ? [] : [text(guide.result.name)] },
    { title: say.places, items: guide.places.map((place) => placeLine(place, locale)) },
    { title: say.remedy, items: guide.remedy === null ? [] : [text(guide.remedy)] },
    { title: say.faqs, items: guide.faqs.map(({ question, answer }) => `${text(question)} ${text(answer)}`) },
  ];
}

function materialLine(material: GuideView['materials'][number], locale: Locale): string {
  const say = paperWords[locale];
  const name = textIn(locale, material.name);
  if (material.sourceMode !== 'applicant') return `${name}（${say.notAsked}）`;
  const count = say.count(material.originals, material.copies);
  const when = material.isNeeded === 'depends' ? `；${say.depends}` : '';
  return `${name}（${say.form[material.form]}${count === '' ? '' : `，${count}`}${when}）：${textIn(locale, material.why)}`;
}

function stepLine({ name, by, days, isNeeded }: GuideView['steps'][number], locale: Locale): string {
  const say = paperWords[locale];
  const limit = days === null ? '' : `，${say.days(days)}`;
  const when = isNeeded === 'depends' ? `；${say.depends}` : '';
  return `${textIn(locale, name)}（${textIn(locale, by)}${limit}${when}）`;
}

const placeLine = ({ name, address, hours }: GuideView['places'][number], locale: Locale): string =>
  [name, address, hours].map((one) => textIn(locale, one)).join('　');
