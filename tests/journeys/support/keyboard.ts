import { expect, type Locator, type Page } from '@playwright/test';

/** Nothing that is looked for is further away than this. */
const mostStops = 120;

/** What is wrong with where the focus is, as a person who sees the screen would say it; undefined: nothing. Runs in the page. */
export function faultOfFocus(): string | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return undefined;
  const name = `${focused.localName} “${(focused.innerText || focused.getAttribute('aria-label') || focused.id).slice(0, 30)}”`;
  const labels = [...((focused as HTMLInputElement).labels ?? [])];
  const isDrawn = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    const { opacity, visibility } = getComputedStyle(element);
    return width > 4 && height > 4 && opacity !== '0' && visibility === 'visible';
  };
  // What stands for it on the screen, where it is itself hidden behind its label.
  const shown = [focused, ...labels].find(isDrawn);
  if (shown === undefined) return `${name} is not to be seen`;

  const hasRing = (element: Element, pseudo?: string): boolean => {
    const style = getComputedStyle(element, pseudo);
    const isClear = /^(transparent|rgba\(.*, 0\))$/.test(style.outlineColor);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !isClear;
  };
  const around = focused.closest('form[role="search"]');
  const bearers = [focused, ...labels, ...(around === null ? [] : [around])];
  if (!bearers.some((bearer) => [undefined, '::before', '::after'].some((pseudo) => hasRing(bearer, pseudo))))
    return `${name} has no ring of 2 px`;

  const boxes = [...shown.getClientRects()];
  const { clientWidth, clientHeight } = document.documentElement;
  const inSight = boxes
    .map(({ left, right, top, bottom }) => ({
      left: Math.max(left, 0),
      right: Math.min(right, clientWidth),
      top: Math.max(top, 0),
      bottom: Math.min(bottom, clientHeight),
    }))
    .find(({ left, right, top, bottom }) => right - left > 1 && bottom - top > 1);
  if (inSight === undefined) return `${name} is out of sight`;
  const [x, y] = [(inSight.left + inSight.right) / 2, (inSight.top + inSight.bottom) / 2];
  const over = document.elementFromPoint(x, y);
  const belongs = [focused, ...labels].some((own) => over !== null && (own.contains(over) || over.contains(own)));
  return belongs ? undefined : `${name} is covered by ${over?.localName}.${over?.className}`;
}

/** A person without a mouse: whatever they press, where they then are is to be seen (2.4.7, 2.4.11). */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The element that has the focus. */
  get focused(): Locator {
    return this.#page.locator('*:focus');
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    const fault = await this.#page.evaluate(faultOfFocus);
    expect(fault, `after ${key} on ${new URL(this.#page.url()).pathname}`).toBeUndefined();
  }

  /** Goes on until the focus is there. */
  async goTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`the keyboard does not come to ${String(target)}`);
  }

  /** Goes there and presses it. What then comes is another page, or the same one with an answer. */
  async use(target: Locator): Promise<void> {
    await this.goTo(target);
    await this.#page.keyboard.press('Enter');
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Goes through a page of questions, answers what has no answer yet, and ends on the button. */
  async answerUntil(button: Locator): Promise<void> {
    for (let stop = 0; stop < mostStops; stop += 1) {
      const at = await this.#page.evaluate(() => {
        const field = document.activeElement;
        if (!(field instanceof HTMLInputElement) || field.closest('main') === null) return 'none';
        if (field.type === 'radio')
          return document.querySelector(`input[name="${CSS.escape(field.name)}"]:checked`) === null ? 'mark' : 'none';
        if (field.type === 'checkbox') return field.checked ? 'none' : 'mark';
        return field.inputMode === 'numeric' ? 'number' : 'none';
      });
      if (at === 'mark') await this.press('Space');
      if (at === 'number') {
        await this.press('ControlOrMeta+a');
        await this.type('1');
      }
      if (await button.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`the keyboard does not come to ${String(button)}`);
  }
}
