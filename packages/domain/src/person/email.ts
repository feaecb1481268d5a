const shape =
  /^[A-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+[A-Z]{2,63}$/i;

/** An e-mail address, half-width and with its domain in lower case; undefined where it cannot be one. */
export function normaliseEmail(text: string): string | undefined {
  const address = text.normalize('NFKC').replace(/\s/g, '').replaceAll('。', '.');
  const at = address.lastIndexOf('@');
  if (address.length > 254 || at > 64 || !shape.test(address)) return undefined;
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
