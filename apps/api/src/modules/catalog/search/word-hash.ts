/** FNV-1a over a part of a word, and over the length of the whole; words that share a hash by chance are told apart by whoever looks at them. */
export function hashOf(part: string, length = part.length): number {
  let hash = 0x811c9dc5 ^ length;
  for (let at = 0; at < part.length; at += 1) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
