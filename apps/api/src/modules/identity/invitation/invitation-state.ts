import type { Invitation } from '../invitation.entity.ts';

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';
type Facts = Pick<Invitation, 'expiresAt' | 'acceptedAt' | 'revokedAt'>;

export function stateOf({ expiresAt, acceptedAt, revokedAt }: Facts, now: Date): InvitationState {
  if (isSet(revokedAt)) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return isSet(acceptedAt) ? 'accepted' : 'open';
}

/** Whether it lets anybody do anything: neither taken back nor run out. */
export const isLive = (invitation: Facts, now: Date): boolean =>
  ['open', 'accepted'].includes(stateOf(invitation, now));

const isSet = (value: Date | null | undefined): boolean => value !== null && value !== undefined;
