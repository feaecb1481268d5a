const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * A name that is safe to show, to store and to give back: without folders, control and direction marks, and with at
 * most 120 characters, of which the ending is kept. `''` becomes 未命名.
 */
export function cleanFileName(given: string): string {
  const base = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const name = base
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/^\.+/, '');
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)]
    .slice(0, 120 - ending.length)
    .join('')
    .trim();
  return `${stem === '' ? '未命名' : stem}${ending}`;
}
