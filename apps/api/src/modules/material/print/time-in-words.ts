const formatters = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-23 11:20` of the zone's clock. */
export function minuteInWords(instant: Date, zone: string): string {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    const parts = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    } as const;
    formatter = new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone: zone });
    formatters.set(zone, formatter);
  }
  return formatter.format(instant);
}
