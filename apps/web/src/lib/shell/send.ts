import { enhance, type ActionResult } from '$app/forms';
import { page } from '$app/state';
import { hold, isHeld } from './in-flight.ts';
import { sessionOver } from './session-over.svelte.ts';

export type SubmitFunction = NonNullable<Parameters<typeof enhance>[1]>;

/**
 * `enhance` for every form that is sent by script: it is sent once, however often its button is pressed (STAT-4), and what
 * was typed stays when the session has ended meanwhile (APP-4).
 */
export const send = (form: HTMLFormElement, submit?: SubmitFunction) =>
  enhance(form, async (sent) => {
    if (isHeld(form)) return sent.cancel();
    const release = hold(form, sent.submitter);
    const cancel = () => {
      release();
      sent.cancel();
    };
    const after = await submit?.({ ...sent, cancel });
    return async (answered) => {
      sessionOver.isTold = isSessionOver(answered.result);
      if (!sessionOver.isTold) await (after ? after(answered) : answered.update());
      release();
    };
  });

/** For what is only looked at: the page stays as it is, with all that was typed. */
export const stay: SubmitFunction =
  () =>
  ({ update }) =>
    update({ reset: false, invalidateAll: false });

/** A visitor who acts is led to sign in; somebody who was signed in when the page came has been signed out since. */
function isSessionOver(result: ActionResult): boolean {
  const wasSignedIn = (page.data['me'] ?? null) !== null;
  return wasSignedIn && result.type === 'redirect' && result.location.startsWith('/auth/login');
}
