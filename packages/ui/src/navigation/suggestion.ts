/** Something that a search box offers while one types. */
export interface Suggestion {
  readonly href: string;
  readonly label: string;
  readonly note?: string | undefined;
}
