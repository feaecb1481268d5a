import type { Content, CustomTableLayout } from 'pdfmake/interfaces.js';
import type { SetText } from './sheet-frame.ts';

/** 朱砂 */
const cinnabar = '#b23a2c';

/**
 * The electronic seal, drawn: a square in cinnabar with two rules, the issuer, and what it is for. A seal of the demo
 * says 演示 in its middle, so that no copy of it is ever taken for a real one.
 * @param size points of its side
 */
export function sealDrawing(
  issuer: string,
  options: { readonly size: number; readonly isDemo: boolean; readonly set: SetText },
): Content {
  const { size, isDemo, set } = options;
  const rows = sealRows(issuer);
  const widest = Math.max(...rows.map((row) => row.length));
  const letter = Math.min(isDemo ? 16 : 19, Math.floor((size - 18) / widest));
  const lines: Content[] = [
    ...rows.map((row): Content => ({ text: set(row.join('')), fontSize: letter, characterSpacing: 1 })),
    ...(isDemo ? [{ text: set('演　示'), fontSize: 15, margin: [0, 1, 0, 0] } satisfies Content] : []),
    { text: set('电子证明专用章'), fontSize: 8.5, characterSpacing: 1, margin: [0, isDemo ? 1 : 3, 0, 0] },
  ];
  const inner: Content = {
    table: {
      widths: ['*'],
      heights: size - 14,
      body: [[{ stack: lines, alignment: 'center', color: cinnabar, lineHeight: 1.08, margin: [0, 2, 0, 0] }]],
    },
    layout: rule(0.7),
  };
  return { table: { widths: [size - 8], body: [[inner]] }, layout: rule(3) };
}

/** As a seal is cut: rows of about equal length, at most six characters wide where that is possible. */
function sealRows(issuer: string): string[][] {
  const letters = [...issuer.replace(/\s+/g, '')];
  const rows = Math.min(3, Math.max(1, Math.ceil(letters.length / 6)));
  const width = Math.ceil(letters.length / rows);
  return Array.from({ length: rows }, (_, row) => letters.slice(row * width, (row + 1) * width)).filter(
    (row) => row.length > 0,
  );
}

const rule = (width: number): CustomTableLayout => ({
  hLineWidth: () => width,
  vLineWidth: () => width,
  hLineColor: () => cinnabar,
  vLineColor: () => cinnabar,
  paddingLeft: () => 2.5,
  paddingRight: () => 2.5,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
});
