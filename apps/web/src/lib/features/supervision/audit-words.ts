import { targetWords } from './target-words.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{6}([0-9a-f]{6})/g;

/** `case:0193…9868` → 办件 …9868: enough to tell lines apart; the whole is in the link and its title. */
export function targetText(target: string): string {
  const colon = target.indexOf(':');
  if (colon < 0) return target;
  const [kind, id] = [target.slice(0, colon), target.slice(colon + 1)];
  return `${targetWords[kind] ?? kind} ${id.replace(uuid, '…$1')}`;
}

/** A person's name as it is; a job of the system by its kind; a program by what is left of its id. */
export function actorText(actor: string): {
  readonly kind: 'person' | 'system' | 'program' | 'nobody';
  readonly name: string;
} {
  if (actor === 'anonymous') return { kind: 'nobody', name: '' };
  if (actor.startsWith('client:system:')) return { kind: 'system', name: actor.slice('client:system:'.length) };
  if (actor.startsWith('client:')) return { kind: 'program', name: targetText(`machine-client:${actor.slice(7)}`) };
  return { kind: 'person', name: actor };
}

/** 2026-11-23 20:59:07 in the university's zone: order and seconds are what is compared here. */
export function exactTime(instant: string, timeZone: string): string {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(instant));
}
