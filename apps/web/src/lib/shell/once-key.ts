/** 32 hexadecimal digits that nobody else has. Not `randomUUID`, which browsers have on secure pages only. */
export function makeOnceKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What `<OnceKey />` put into a form; the API refuses one that is missing. */
export const onceKeyOf = (form: FormData): string => String(form.get('key') ?? '');
