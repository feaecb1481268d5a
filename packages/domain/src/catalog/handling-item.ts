import { isVisible, type Answers } from '../form/index.ts';
import type { LocalText } from '../vocabulary/index.ts';
import type { Guide, MatterSummary } from './guide.ts';

/** 业务办理项: an option of a situation that is a handling item of its own. */
export interface HandlingItem {
  /** That of the matter, and the two digits of the option behind it. */
  readonly code: string;
  readonly name: LocalText;
  /** The two digits alone. */
  readonly suffix: string;
}

type Parted = { readonly code: MatterSummary['code']; readonly guide: Pick<Guide, 'situations'> };

/** Every handling item of a matter, in the order of its questions. */
export function handlingItemsOf({ code, guide }: Parted): readonly HandlingItem[] {
  return (guide.situations ?? []).flatMap(({ options }) => options.flatMap((option) => itemOf(code, option)));
}

/** The one that was chosen: of several the last, for later questions are narrower. */
export function chosenHandlingItem({ code, guide }: Parted, answers: Answers): HandlingItem | undefined {
  return (guide.situations ?? [])
    .filter(({ showWhen }) => isVisible(showWhen, answers))
    .flatMap(({ key, options }) => options.filter(({ value }) => value === answers[key]))
    .flatMap((option) => itemOf(code, option))
    .at(-1);
}

type Option = NonNullable<Guide['situations']>[number]['options'][number];

const itemOf = (code: string, { leaf, label }: Option): readonly HandlingItem[] =>
  leaf === undefined ? [] : [{ code: `${code}-${leaf}`, name: label, suffix: leaf }];
