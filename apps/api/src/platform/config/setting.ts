/** What the process is for. `development` and `demo` stay on the loopback interface and may use demo parts. */
export const modes = ['development', 'demo', 'production', 'test'] as const;
export type Mode = (typeof modes)[number];

/** One configuration value: how it is read and what stands in for it. */
export interface Setting<T> {
  /** @throws Error with a sentence that says what is expected. */
  readonly read: (text: string) => T;
  /** Used where the variable is absent or empty; `undefined` for a mode in which it must be given. */
  readonly fallback: (mode: Mode) => string | undefined;
}

type Fallback = string | ((mode: Mode) => string | undefined);

const setting = <T>(read: (text: string) => T, fallback: Fallback): Setting<T> => ({
  read,
  fallback: typeof fallback === 'function' ? fallback : () => fallback,
});

export const text = (fallback: Fallback, pattern?: RegExp): Setting<string> =>
  setting((value) => {
    if (pattern !== undefined && !pattern.test(value)) throw new Error(`must match ${String(pattern)}`);
    return value;
  }, fallback);

export const integer = (min: number, max: number, fallback: Fallback): Setting<number> =>
  setting((value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max)
      throw new Error(`must be a whole number from ${min} to ${max}`);
    return number;
  }, fallback);

export const flag = (fallback: Fallback): Setting<boolean> =>
  setting((value) => {
    if (value !== '0' && value !== '1') throw new Error('must be 0 or 1');
    return value === '1';
  }, fallback);

export const oneOf = <const T extends readonly string[]>(values: T, fallback: Fallback): Setting<T[number]> =>
  setting((value) => {
    if (!values.includes(value)) throw new Error(`must be one of ${values.join(', ')}`);
    return value;
  }, fallback);

export const list = (fallback: Fallback): Setting<readonly string[]> =>
  setting(
    (value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    fallback,
  );

export const address = (schemes: readonly string[], fallback: Fallback): Setting<string> =>
  setting((value) => {
    const scheme = value.slice(0, Math.max(0, value.indexOf(':')));
    if (!schemes.includes(scheme)) throw new Error(`must begin with ${schemes.map((one) => `${one}:`).join(' or ')}`);
    if (scheme !== 'sqlite' && !URL.canParse(value)) throw new Error('is not a complete address');
    return value;
  }, fallback);

/** An empty value means "not set". */
export const optional = <T>(inner: Setting<T>): Setting<T | undefined> => ({
  read: (value) => (value === '' ? undefined : inner.read(value)),
  fallback: () => '',
});
