import { enhance } from '$app/forms';
import { hold, isHeld } from './in-flight.ts';

export type SubmitFunction = NonNullable<Parameters<typeof enhance>[1]>;

/** `enhance` for every form that is sent by script: it is sent once, however often its button is pressed (STAT-4). */
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
      await (after ? after(answered) : answered.update());
      release();
    };
  });
