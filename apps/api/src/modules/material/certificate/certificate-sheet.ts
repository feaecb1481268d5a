import { certificateText, validUntil } from '@yitang/domain/certificate';
import { dayInWords, type CivilDate, type LocalText } from '@yitang/domain/vocabulary';
import type { CertificateOrder } from '../cases-for-material.ts';
import type { CertificateSheet } from '../print/index.ts';

export interface IssueFacts {
  readonly number: string;
  readonly issuedOn: CivilDate;
  /** Where the QR code leads. */
  readonly url: string;
  readonly printedAt: string;
  readonly university: string;
  readonly isDemo: boolean;
}

/** Values that the layout names and nobody knows: nothing is issued with a gap. */
export class CertificateIncomplete extends Error {
  override name = 'CertificateIncomplete';
}

export type SheetOrder = Pick<CertificateOrder, 'layout' | 'isBilingual' | 'values'>;

/** The sheet to print. @throws CertificateIncomplete */
export function certificateSheet(order: SheetOrder, facts: IssueFacts): CertificateSheet {
  const { layout, isBilingual } = order;
  const values = { ...order.values, issuedOn: dayInWords(facts.issuedOn), certificateNumber: { zh: facts.number } };
  const zh = wordsIn('zh-CN', order, values);
  const en = isBilingual ? wordsIn('en', order, values) : undefined;
  const both = (chinese: string, english: string | undefined): LocalText => ({
    zh: chinese,
    ...(english === undefined ? {} : { en: english }),
  });
  const last = validUntil(layout, facts.issuedOn);
  return {
    kind: 'certificate',
    title: layout.title,
    lines: zh.lines.map((line, index) =>
      both(line, layout.lines[index]?.en === undefined ? undefined : en?.lines[index]),
    ),
    table: zh.table.map(({ label, value }, index) => ({
      label: both(label, en?.table[index]?.label),
      value: both(value, en?.table[index]?.value),
    })),
    issuer: layout.issuer,
    issuedOn: dayInWords(facts.issuedOn),
    validUntil: last === null ? null : dayInWords(last),
    isBilingual,
    sealPosition: layout.sealPosition ?? 'beside',
    isSample: false,
    number: facts.number,
    url: facts.url,
    printedAt: facts.printedAt,
    university: facts.university,
    isDemo: facts.isDemo,
  };
}

function wordsIn(locale: 'zh-CN' | 'en', { layout }: SheetOrder, values: SheetOrder['values']) {
  const inLocale = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, locale === 'en' ? (value?.en ?? value?.zh) : value?.zh]),
  );
  const result = certificateText(layout, inLocale, locale);
  if (!result.ok) throw new CertificateIncomplete(`not known: ${result.missing.join(', ')}`);
  return result.text;
}
