import type { PowerEntryData } from '@yitang/contract';

type Content = PowerEntryData['content'];

const mostBases = 20;

/** Rows for bases that the form offers, without script: three at least, and one free beside those that there are. */
export const basisRows = (given: number): number[] =>
  Array.from({ length: Math.min(Math.max(3, given + 1), mostBases) }, (_, row) => row);

/** What stands in the form of an entry, as it was typed; the server says what is wrong with it. */
export function readPower(form: FormData): Content {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const orNull = (name: string): string | null => text(name) || null;
  const basis = basisRows(mostBases).flatMap((row) => {
    const [title, docNo, article] = ['title', 'docNo', 'article'].map((part) => text(`basis.${row}.${part}`));
    if (!title && !docNo && !article) return [];
    return [{ title: title ?? '', ...(docNo && { docNo }), ...(article && { article }) }];
  });
  return {
    name: text('name'),
    basis,
    office: orNull('office'),
    post: orNull('post'),
    exercise: text('exercise'),
    audiences: form.getAll('audiences').map(String) as Content['audiences'],
    source: (text('source') || 'own') as Content['source'],
    risks: orNull('risks'),
  };
}

export const emptyPower: Content = {
  name: '',
  basis: [],
  office: null,
  post: null,
  exercise: '',
  audiences: [],
  source: 'own',
  risks: null,
};
