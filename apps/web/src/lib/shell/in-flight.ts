const held = new Map<HTMLFormElement, () => void>();

/** Whether a form is on its way: what is pressed meanwhile would be sent twice. */
export const isHeld = (form: HTMLFormElement): boolean => held.has(form);

/** Marks a form as on its way, and its pressed button as busy: not `disabled`, which would drop the focus (STAT-4). */
export function hold(form: HTMLFormElement, pressed: HTMLElement | null): () => void {
  const marks = ['aria-busy', 'aria-disabled'] as const;
  for (const mark of marks) pressed?.setAttribute(mark, 'true');
  const release = () => {
    for (const mark of marks) pressed?.removeAttribute(mark);
    held.delete(form);
  };
  held.set(form, release);
  return release;
}

/**
 * The same for forms that the browser sends by itself: the answer is another page, unless one goes back to this one. A
 * button with `data-answers-file` is answered by a download, after which this page is still there.
 */
export function holdPlainForms(window: Window): () => void {
  const submitted = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post' || event.submitter?.dataset['answersFile'] === '') return;
    if (isHeld(form)) event.preventDefault();
    else hold(form, event.submitter);
  };
  const shownAgain = () => {
    for (const release of held.values()) release();
  };
  window.addEventListener('submit', submitted);
  window.addEventListener('pageshow', shownAgain);
  return () => {
    window.removeEventListener('submit', submitted);
    window.removeEventListener('pageshow', shownAgain);
  };
}
