import type { Suggestion } from './suggestion.ts';

const restMs = 150;

/**
 * What a search box with suggestions does, apart from how it looks. Chinese is typed through an input method: between
 * compositionstart and compositionend nothing is asked, and the Enter that ends a composition neither chooses nor submits.
 */
export class SuggestionList {
  items = $state<readonly Suggestion[]>([]);
  active = $state(-1);
  isOpen = $state(false);
  /** An answer has come, so that its count may be read out. */
  isSettled = $state(false);
  isComposing = false;
  #ask: (query: string) => Promise<readonly Suggestion[]>;
  #onchoose: (suggestion: Suggestion) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(ask: (query: string) => Promise<readonly Suggestion[]>, onchoose: (suggestion: Suggestion) => void) {
    this.#ask = ask;
    this.#onchoose = onchoose;
  }

  beginComposition(): void {
    this.isComposing = true;
    clearTimeout(this.#timer);
  }

  endComposition(query: string): void {
    this.isComposing = false;
    this.type(query);
  }

  type(query: string): void {
    clearTimeout(this.#timer);
    if (this.isComposing) return;
    this.active = -1;
    this.isSettled = false;
    this.#turn += 1;
    if (query.trim() === '') {
      this.items = [];
      this.isOpen = false;
      return;
    }
    this.#timer = setTimeout(() => void this.#fetch(query.trim()), restMs);
  }

  async #fetch(query: string): Promise<void> {
    const turn = this.#turn;
    // Suggestions are a help, not a need: when they fail, the form still searches.
    const found = await this.#ask(query).catch(() => []);
    if (turn !== this.#turn) return;
    this.items = found;
    this.isOpen = found.length > 0;
    this.isSettled = true;
  }

  press(event: KeyboardEvent): void {
    // 229 is what browsers report for a key that the input method has taken, Safari also after compositionend.
    if (event.isComposing || this.isComposing || event.keyCode === 229) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && this.isOpen) {
      event.preventDefault();
      this.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.items.length === 0) return;
      event.preventDefault();
      this.isOpen = true;
      this.#move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && this.isOpen && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  /** Down from the last line leads back into the box, and from there to the first. */
  #move(step: 1 | -1): void {
    const places = this.items.length + 1;
    this.active = ((this.active + 1 + step + places) % places) - 1;
  }

  choose(index: number): void {
    const chosen = this.items[index];
    this.close();
    if (chosen !== undefined) this.#onchoose(chosen);
  }

  close(): void {
    this.isOpen = false;
    this.active = -1;
  }
}
