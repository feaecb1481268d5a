import encoder from 'pdfmake/js/qrEnc.js';

/** White modules around the code, without which cameras miss it. */
const quiet = 4;

/** An address as a QR code: an SVG as large as its place, by the encoder that draws the codes of certificates. */
export function drawQr(address: string): string {
  const { _canvas: drawn, _width: width } = encoder.default.measure({ qr: address, eccLevel: 'M' });
  const [ground, ...dark] = drawn;
  const module = dark[0]?.w ?? width;
  const size = (ground?.w ?? width) / module + 2 * quiet;
  const squares = dark.map(({ x, y }) => `M${x / module + quiet} ${y / module + quiet}h1v1h-1z`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares}"/></svg>`
  );
}
