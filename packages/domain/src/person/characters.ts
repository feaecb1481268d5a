const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What a reader calls characters: 𠮷 is one, so is a letter with its marks. */
export function charactersOf(text: string): readonly string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
