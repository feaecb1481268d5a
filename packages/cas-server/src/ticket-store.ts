import { randomBytes } from 'node:crypto';

export interface SignOn {
  readonly id: string;
  readonly username: string;
  readonly since: number;
  /** Every service that was given a ticket, to be told of the logout: ticket → service. */
  readonly tickets: Map<string, string>;
}

interface ServiceTicket {
  readonly service: string;
  readonly signOnId: string;
  /** The person pressed the button for this ticket, rather than being recognised. */
  readonly isFresh: boolean;
  readonly expiresAt: number;
}

export type Redemption =
  | { readonly signOn: SignOn; readonly isFresh: boolean }
  | { readonly failure: 'INVALID_TICKET' | 'INVALID_SERVICE'; readonly reason: string };

export const ticketLifeMs = 60_000;
export const signOnLifeMs = 8 * 3_600_000;
/** Memory is bounded: beyond this the oldest are forgotten. */
const maxKept = 10_000;

/** Single sign-ons and their service tickets, in memory; a restart signs everybody out. */
export function createTicketStore(clock: { now(): Date }) {
  const signOns = new Map<string, SignOn>();
  const serviceTickets = new Map<string, ServiceTicket>();

  function open(username: string): SignOn {
    const signOn = { id: newToken('TGT'), username, since: clock.now().getTime(), tickets: new Map<string, string>() };
    keep(signOns, signOn.id, signOn);
    return signOn;
  }

  function find(id: string | undefined): SignOn | undefined {
    const signOn = id === undefined ? undefined : signOns.get(id);
    if (signOn === undefined || clock.now().getTime() < signOn.since + signOnLifeMs) return signOn;
    signOns.delete(signOn.id);
    return undefined;
  }

  function issue(signOn: SignOn, service: string, isFresh: boolean): string {
    const ticket = newToken('ST');
    const expiresAt = clock.now().getTime() + ticketLifeMs;
    keep(serviceTickets, ticket, { service, signOnId: signOn.id, isFresh, expiresAt });
    keep(signOn.tickets, ticket, service);
    return ticket;
  }

  /** A ticket is gone once it was shown, whatever the answer: a second try never succeeds. */
  function redeem(ticket: string, service: string): Redemption {
    const found = serviceTickets.get(ticket);
    serviceTickets.delete(ticket);
    if (found === undefined) return { failure: 'INVALID_TICKET', reason: 'the ticket is unknown or was used already' };
    if (clock.now().getTime() >= found.expiresAt)
      return { failure: 'INVALID_TICKET', reason: 'the ticket has expired' };
    const signOn = find(found.signOnId);
    if (signOn === undefined) return { failure: 'INVALID_TICKET', reason: 'the person has signed out' };
    if (found.service !== service) return { failure: 'INVALID_SERVICE', reason: 'the ticket is for another service' };
    return { signOn, isFresh: found.isFresh };
  }

  function close(id: string): SignOn | undefined {
    const signOn = signOns.get(id);
    signOns.delete(id);
    return signOn;
  }

  return { open, find, issue, redeem, close };
}
export type TicketStore = ReturnType<typeof createTicketStore>;

export function newToken(prefix: string): string {
  return `${prefix}-${randomBytes(24).toString('hex')}`;
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.set(key, value);
  const oldest = kept.size > maxKept ? kept.keys().next() : undefined;
  if (oldest?.done === false) kept.delete(oldest.value);
}
