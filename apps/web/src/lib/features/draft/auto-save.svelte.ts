import type { PageData } from '@yitang/contract';
import { sessionOver } from '#lib/shell/session-over.svelte.ts';
import { readAnswers } from './read-answers.ts';

/** Typing has to rest so long before it is saved. */
const restMilliseconds = 10_000;

/** When the server says that it kept it. */
async function readSavedAt(answer: Response): Promise<string> {
  const draft = (await answer.json()) as { updatedAt: string };
  return draft.updatedAt;
}

/** Keeps what is typed on a page of a draft, faults and all, so that it survives a closed window. */
export class AutoSave {
  state = $state<'idle' | 'failed'>('idle');
  savedAt = $state<string>();
  readonly #path: string;
  readonly #page: PageData;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draftId: string, page: PageData) {
    this.#page = page;
    this.#path = `/api/drafts/${draftId}/pages/${encodeURIComponent(page.key)}`;
  }

  typed(form: HTMLFormElement): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(form), restMilliseconds);
  }

  /** At once: what was chosen may bring up other questions on this page. */
  async chosen(form: HTMLFormElement): Promise<void> {
    this.stop();
    await this.#save(form);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #save(form: HTMLFormElement): Promise<void> {
    const answers = readAnswers(this.#page.fields, new FormData(form));
    try {
      const answer = await fetch(this.#path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ answers, isPartial: true }),
      });
      this.state = answer.ok ? 'idle' : 'failed';
      if (answer.status === 401) sessionOver.isTold = true;
      if (answer.ok) this.savedAt = await readSavedAt(answer);
    } catch {
      this.state = 'failed';
    }
  }
}
