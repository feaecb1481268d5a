import { defineEntity, p } from '@mikro-orm/sql';

/** A student's word that a parent may act in named matters, until a day or until it is taken back. */
const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  indexes: [
    { name: 'invitations_inviter', properties: ['inviterId', 'id'] },
    { name: 'invitations_accepted_by', properties: ['acceptedById'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    inviterId: p.string().length(36),
    inviteeName: p.string().length(100),
    relation: p.string().length(20),
    matters: p.json<InvitedMatter[]>(),
    /** SHA-256 of the token in the link; the link is shown once. */
    tokenHash: p.string().length(64).unique(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    acceptedById: p.string().length(36).nullable(),
    acceptedAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
  },
});
export interface InvitedMatter {
  readonly code: string;
  readonly name: string;
}
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);
