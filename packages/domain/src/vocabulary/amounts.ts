/** What was typed in yuan (`1,234.5`, `￥１２元`) in fen; undefined where it is no amount. */
export function parseYuan(typed: string): number | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s,¥元]/g, '')
    .replace('。', '.');
  const found = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain);
  if (found === null) return undefined;
  const [, sign = '', yuan = '', cents = ''] = found;
  return Number(yuan + cents.padEnd(2, '0')) * (sign === '' ? 1 : -1);
}

/** 123456 → 1234.56, as it stands in a box and in files. */
export function plainYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 123456 → ¥1,234.56, to be read. */
export function printYuan(fen: number): string {
  const [yuan = '', cents = ''] = plainYuan(Math.abs(fen)).split('.');
  return `${fen < 0 ? '-' : ''}¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
