/** A column of a table; `key` names it for the cell's snippet. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly align?: 'start' | 'end' | undefined;
  /** A CSS width: 8rem. */
  readonly width?: string | undefined;
  /** Why its numbers open no list: a rate of figures beside it, a day, what a guide says. */
  readonly noList?: string | undefined;
}

/** A place on the way of something from hand to hand. `stopped`: the clock stands here. */
export interface Station {
  readonly key: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'stopped' | 'ahead';
  /** What the state is called, for those who do not see its shape. */
  readonly stateText: string;
  readonly when?: string | undefined;
  /** For `<time datetime>`. */
  readonly instant?: string | undefined;
  readonly lines?: readonly string[] | undefined;
}

/** A question, its answer, and the way back to change it. */
export interface SummaryRow {
  readonly key: string;
  readonly label: string;
  readonly value?: string | readonly string[] | null | undefined;
  /** Why its numbers open no list. */
  readonly noList?: string | undefined;
  /** Where the answer came from. */
  readonly note?: string | undefined;
  readonly changeHref?: string | undefined;
  readonly changeText?: string | undefined;
}
