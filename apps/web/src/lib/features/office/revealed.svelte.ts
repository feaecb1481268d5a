interface RevealedField {
  readonly field: string;
  readonly value: string;
  /** Of a change: what it was. */
  readonly before?: string | undefined;
}

interface Asked {
  /** The state of the case that is on the page. */
  readonly of: string;
  readonly answer: object | null;
}

interface Known {
  readonly of: string;
  readonly purpose: string;
  readonly values: readonly RevealedField[];
}

/** What was revealed of a case stays in sight until the case is left or changes; without script, what was asked for last. */
export class Revealed {
  readonly #asked: () => Asked;
  #kept = $state.raw<Known>();
  readonly #known = $derived.by(() => this.#add(this.#kept));

  constructor(asked: () => Asked) {
    this.#asked = asked;
    $effect(() => {
      this.#kept = this.#known;
    });
  }

  find(field: string): RevealedField | undefined {
    return this.#known?.values.find((one) => one.field === field);
  }

  /** What the values before were looked at for: mostly the same again. */
  get purpose(): string {
    return this.#known?.purpose ?? '';
  }

  #add(kept: Known | undefined): Known | undefined {
    const { of, answer } = this.#asked();
    const before = kept?.of === of ? kept : undefined;
    if (answer === null || !('revealed' in answer)) return before;
    const { revealed, purpose } = answer as { revealed: readonly RevealedField[]; purpose: string };
    const isNew = revealed.some(({ field }) => before?.values.every((one) => one.field !== field) ?? true);
    return isNew ? { of, purpose, values: [...(before?.values ?? []), ...revealed] } : before;
  }
}
