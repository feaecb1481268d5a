import { sourceKey } from '@yitang/contract';

interface Source {
  readonly zh: string;
}

/** The name that stands in a guide; '' where none does. */
function nameIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'zh' in value ? String(value.zh).trim() : '';
}

/** What a guide says as the data catalogue calls it; where the catalogue has no such live entry, as the guide does. */
export function chosenSource(sources: readonly Source[], value: unknown): { name: string; isLive: boolean } {
  const name = nameIn(value);
  const live = sources.find(({ zh }) => sourceKey(zh) === sourceKey(name));
  return { name: live?.zh ?? name, isLive: live !== undefined || name === '' };
}
