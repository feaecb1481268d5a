/** What was chosen of the situations of a guide: `s.reason=lost&s.kind=paper` → `reason:lost,kind:paper` of the API. */
export function readSituation(search: URLSearchParams): string | undefined {
  const pairs = [...search].filter(([name, value]) => name.startsWith('s.') && value !== '');
  return pairs.length === 0 ? undefined : pairs.map(([name, value]) => `${name.slice(2)}:${value}`).join(',');
}
