import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as they stand in the link. */
export const newInvitationToken = (): string => randomBytes(32).toString('base64url');

/** What is stored and looked up: who reads the table can't accept an invitation with it. */
export const hashInvitationToken = (token: string): string => createHash('sha256').update(token).digest('hex');
