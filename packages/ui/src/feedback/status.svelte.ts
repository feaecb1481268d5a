/**
 * One sentence about what just happened, read out and shown for a while. Only ever set in the browser: on the server
 * this module is shared by everyone.
 */
const current = $state({ message: '', turn: 0 });
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(message: string, shownMs = 6000): void {
  if (typeof document === 'undefined') return;
  clearTimeout(timer);
  current.message = message;
  current.turn += 1;
  timer = setTimeout(() => (current.message = ''), shownMs);
}

export function currentStatus(): { readonly message: string; readonly turn: number } {
  return current;
}
