/** Cuts a text into pieces that together are the text again. */
export type Segment = (text: string) => readonly string[];

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Without a dictionary: runs of letters and of digits, and each other character for itself. */
export const segmentCharacters: Segment = (text) => text.match(/[\p{Script=Latin}]+|\p{Nd}+|\s+|./gsu) ?? [];

/** Words of Chinese as a dictionary knows them. */
export const segmentWords: Segment = (text) =>
  segmenter === undefined ? segmentCharacters(text) : Array.from(segmenter.segment(text), ({ segment }) => segment);
