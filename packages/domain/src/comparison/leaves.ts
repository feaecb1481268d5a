/** The texts and values inside an entry, by their place: `name`, `name/en`, `fields/reason/label`. */
export type Leaves = ReadonlyMap<string, string>;

/** Every text and value of a field's value, an entry or a part of one. */
export function leavesOf(value: unknown): Leaves {
  const leaves = new Map<string, string>();
  collect(value, '', leaves);
  return leaves;
}

function collect(value: unknown, path: string, leaves: Map<string, string>): void {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value)) collectList(value, path, leaves);
  else if (typeof value === 'object') {
    // The Chinese of a text stands for the text.
    for (const [key, part] of Object.entries(value)) collect(part, key === 'zh' ? path : placed(path, key), leaves);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    leaves.set(path, String(value));
  }
}

function collectList(list: readonly unknown[], path: string, leaves: Map<string, string>): void {
  if (list.every((entry) => typeof entry === 'string')) {
    if (list.length > 0) leaves.set(path, list.join('、'));
    return;
  }
  const keys = list.map((entry, at) => identityOf(entry) ?? String(at + 1));
  list.forEach((entry, at) => collect(entry, placed(path, keys[at] ?? ''), leaves));
  // What stands in another order is told, too.
  if (keys.length > 1) leaves.set(placed(path, 'order'), keys.join('、'));
}

const placed = (path: string, key: string): string => (path === '' ? key : `${path}/${key}`);

/** What an entry is known by in its list, whatever its place there. */
export function identityOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { key, value } = entry as { readonly key?: unknown; readonly value?: unknown };
  const identity = key ?? value;
  return typeof identity === 'string' ? identity : undefined;
}

const naming = ['name', 'title', 'label', 'question', 'from', ''];

/** What an entry is called. */
export function nameOf(leaves: Leaves): string {
  return naming.map((place) => leaves.get(place)).find((name) => name !== undefined) ?? '';
}
