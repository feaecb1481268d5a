/** The languages of the interface: Chinese always, English where applicants and the public read. */
export type Locale = 'zh-CN' | 'en';

type Params = Readonly<Record<string, string | number>>;
/** A sentence with `{names}` in it, or a function where the words change with a number. */
export type Message = string | ((params: never) => string);
export type Messages<Zh extends Record<string, Message>> = {
  readonly zh: Zh;
  readonly en?: { readonly [K in keyof Zh]?: Message } | undefined;
};

/** The names in braces, so that forgetting one does not compile. */
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type ParamsOf<M> = M extends (params: infer P) => string
  ? [params: P]
  : [Names<M>] extends [never]
    ? []
    : [params: { readonly [K in Names<M>]: string | number }];
export type Translate<Zh extends Record<string, Message>> = <K extends keyof Zh & string>(
  key: K,
  ...rest: ParamsOf<Zh[K]>
) => string;

/**
 * The words of one feature. English may be left out, as a whole for the rooms of the staff or word by word; Chinese
 * stands in.
 */
export function defineMessages<const Zh extends Record<string, Message>>(messages: Messages<Zh>): Messages<Zh> {
  return messages;
}

export function translator<Zh extends Record<string, Message>>(
  locale: () => Locale,
  messages: Messages<Zh>,
): Translate<Zh> {
  return (key, ...rest) => {
    const message: Message = (locale() === 'en' ? messages.en?.[key] : undefined) ?? (messages.zh[key] as Message);
    const params = rest[0] as Params | undefined;
    if (typeof message === 'function') return message(params as never);
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
  };
}
