/** Which cases of a survey a figure counts. */
export interface SurveyCasesQuery {
  readonly of?: string | undefined;
  readonly stratum?: string | undefined;
  readonly matter?: string | undefined;
  readonly department?: string | undefined;
  readonly outcome?: string | undefined;
  readonly cause?: string | undefined;
}

const names = ['of', 'stratum', 'matter', 'department', 'outcome', 'cause'] as const;

export function readSurveyCases(search: URLSearchParams): SurveyCasesQuery {
  const given = names.flatMap((name) => {
    const value = search.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

export function surveyCasesHref(id: string, query: SurveyCasesQuery, after?: string): string {
  const pairs = Object.entries({ ...query, after }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/reform/surveys/${id}/cases?${new URLSearchParams(pairs).toString()}#list`;
}
