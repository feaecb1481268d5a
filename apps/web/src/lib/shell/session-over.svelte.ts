/** Told where something was refused because the session has ended, so that the person signs in beside what they typed. */
class SessionOver {
  isTold = $state(false);
}

export const sessionOver = new SessionOver();
