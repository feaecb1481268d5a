/** A demo person who may sign in with one click. */
export interface Persona {
  /** 学工号: what the CAS answers as `user`. */
  readonly username: string;
  readonly name: string;
  /** 身份, such as 本科生 · 计算机学院. */
  readonly identity: string;
  /** What this person can do here, one short sentence. */
  readonly abilities: string;
  /** Released by /p3/serviceValidate, in this order. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
  /** Shown as a button before anybody searches. */
  readonly isFeatured?: boolean;
}

/** Where personas come from; a list that is short enough can be handed over as it is. */
export interface PersonaSource {
  listFeatured(): Promise<readonly Persona[]>;
  /** Personas whose username, name or identity contains the text. */
  search(text: string, limit: number): Promise<readonly Persona[]>;
  find(username: string): Promise<Persona | undefined>;
}

export function personaSource(personas: readonly Persona[] | PersonaSource): PersonaSource {
  return 'find' in personas && 'search' in personas ? personas : sourceOfList(personas);
}

function sourceOfList(personas: readonly Persona[]): PersonaSource {
  const byUsername = new Map(personas.map((persona) => [persona.username, persona]));
  const featured = personas.filter((persona) => persona.isFeatured === true);
  return {
    listFeatured: () => Promise.resolve(featured.length > 0 ? featured : personas.slice(0, 12)),
    find: (username) => Promise.resolve(byUsername.get(username)),
    search: (text, limit) => {
      const needle = text.toLowerCase();
      const found = personas.filter((persona) =>
        [persona.username, persona.name, persona.identity].some((field) => field.toLowerCase().includes(needle)),
      );
      return Promise.resolve(found.slice(0, limit));
    },
  };
}
