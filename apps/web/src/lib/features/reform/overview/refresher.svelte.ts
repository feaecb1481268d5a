/** Asks again and again until it is paused; whoever wants no motion begins paused. */
export function createRefresher(refresh: () => Promise<unknown>, everySeconds: number) {
  let isRunning = $state(false);
  $effect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void refresh(), everySeconds * 1_000);
    return () => clearInterval(timer);
  });
  return {
    get isRunning() {
      return isRunning;
    },
    set isRunning(wanted: boolean) {
      isRunning = wanted;
    },
  };
}
