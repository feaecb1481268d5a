/** Names something that one module offers to others, with its type. */
export interface ServiceKey<T> {
  readonly name: string;
  /** Only for the compiler. */
  readonly type?: T;
}

/** `const catalogKey = serviceKey<Catalog>('catalog')` in the module that owns it. */
export const serviceKey = <T>(name: string): ServiceKey<T> => ({ name });

export interface Services {
  provide<T>(key: ServiceKey<T>, service: T): void;
  /** undefined in a process that runs without the module that offers it. */
  find<T>(key: ServiceKey<T>): T | undefined;
  /** @throws Error when no module provided it. */
  get<T>(key: ServiceKey<T>): T;
}

export function createServices(): Services {
  const known = new Map<string, unknown>();
  return {
    provide: (key, service) => {
      if (known.has(key.name)) throw new Error(`the service "${key.name}" is provided twice`);
      known.set(key.name, service);
    },
    find: <T>(key: ServiceKey<T>): T | undefined => known.get(key.name) as T | undefined,
    get: <T>(key: ServiceKey<T>): T => {
      if (!known.has(key.name)) throw new Error(`no module provides the service "${key.name}"`);
      return known.get(key.name) as T;
    },
  };
}
