/** The values of some fields as they were typed, trimmed; a file or a missing field reads as empty. */
export function textsOf<const Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
  const entries = names.map((name) => {
    const value = form.get(name);
    return [name, typeof value === 'string' ? value.trim() : ''] as const;
  });
  return Object.fromEntries(entries) as Record<Name, string>;
}
