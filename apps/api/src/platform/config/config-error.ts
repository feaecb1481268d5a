/** The configuration can't be used; `faults` holds one sentence for each variable that must change. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nconfig/env.example explains each variable.`,
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Something outside the program is in the way of a start; the message says what to do and needs no stack. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
