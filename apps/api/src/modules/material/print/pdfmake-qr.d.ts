/** The encoder behind `qr` in a document of pdfmake 0.3, which brings no types for it. Its module is CommonJS. */
declare module 'pdfmake/js/qrEnc.js' {
  export interface QrRectangle {
    readonly x: number;
    readonly y: number;
    readonly w: number;
  }
  const encoder: {
    readonly default: {
      /** Writes the drawing to the node: first the ground, then a square for each dark module. */
      measure(node: { readonly qr: string; readonly eccLevel: 'L' | 'M' | 'Q' | 'H' }): {
        readonly _canvas: readonly QrRectangle[];
        readonly _width: number;
      };
    };
  };
  export default encoder;
}
