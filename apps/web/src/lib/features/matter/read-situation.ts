/**
 * What was chosen of the situations of a guide: `s.reason=lost&s.kind=paper` of its form → `reason:lost,kind:paper` of the
 * API. Printed notices and checklists have it in the second form in their addresses.
 */
export function readSituation(search: URLSearchParams): string | undefined {
  const pairs = [...search].filter(([name, value]) => name.startsWith('s.') && value !== '');
  if (pairs.length === 0) return search.get('situation') ?? undefined;
  return pairs.map(([name, value]) => `${name.slice(2)}:${value}`).join(',');
}
