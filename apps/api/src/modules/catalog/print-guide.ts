import type { catalogEndpoints, Input } from '@yitang/contract';
import { textIn, type Locale } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../platform/endpoint/index.ts';
import { renderPaper } from '../material/index.ts';
import { previewDraft } from './editor/preview-draft.ts';
import { getGuide } from './get-guide.ts';
import { feeLine, guideLists, noticeLists } from './guide-paper-lists.ts';
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
    facts: factsOf(guide, kind, locale),
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

/** What stands above the lists: of the notice all that they do not tell, of the guide 项目信息 and the promise. */
function factsOf(guide: GuideView, kind: Wanted['kind'], locale: Locale): Line[] {
  const say = paperWords[locale];
  const { handlingItem } = guide;
  const lines: [string, string | null][] = [
    [say.matter, guide.name],
    [say.code, kind === 'guide' ? guide.code : null],
    [say.department, [guide.department.name, guide.handlingOffice].filter(Boolean).join('　')],
    [say.handlingItem, handlingItem === null ? null : `${textIn(locale, handlingItem.name)}（${handlingItem.code}）`],
    ...guide.situations.flatMap(({ question, options, chosen }): [string, string | null][] => {
      const option = options.find(({ value }) => value === chosen);
      return option === undefined ? [] : [[textIn(locale, question), textIn(locale, option.label)]];
    }),
    [say.trips, guide.visitsOnSite === null ? null : say.tripCount(guide.visitsOnSite)],
    [say.promise, guide.promisedDays === null ? null : say.days(guide.promisedDays)],
    ...(kind === 'notice' ? noticeFacts(guide, locale) : []),
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function noticeFacts(guide: GuideView, locale: Locale): [string, string | null][] {
  const say = paperWords[locale];
  return [
    [say.fees, guide.fees.length === 0 ? say.free : guide.fees.map((fee) => feeLine(fee, locale)).join('；')],
    [say.consult, guide.consultPhone],
    [say.complaint, guide.complaintPhone],
  ];
}
