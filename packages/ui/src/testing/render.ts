import { createRawSnippet, type Component, type Snippet } from 'svelte';
import { render } from 'svelte/server';

type Drawn<Props> = (internals: never, props: Props) => unknown;

/**
 * What a browser without script gets, as a document to ask questions of. The calling test runs in jsdom with Node's
 * export conditions, so that components are still the server's.
 */
export function view<Props extends object>(component: Drawn<Props>, props: NoInfer<Props>): HTMLElement {
  // Only the call signature of a component tells its props; the renderer wants the whole interface.
  const { body } = render(component as unknown as Component, { props });
  return new DOMParser().parseFromString(body, 'text/html').body;
}

/** The first element that the selector finds. */
export function one(scope: ParentNode, selector: string): Element {
  const found = scope.querySelector(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

export const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The texts of all that the selector finds. */
export const textsOf = (scope: ParentNode, selector: string): string[] =>
  [...scope.querySelectorAll(selector)].map(textOf);

/** What a screen reader adds after the name of a control, in order. */
export function descriptionOf(scope: ParentNode, control: Element): string[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => textOf(one(scope, `[id="${id}"]`)));
}

/** A snippet of fixed markup. */
export function snippet(markup: string): Snippet {
  return createRawSnippet(() => ({ render: () => markup }));
}
