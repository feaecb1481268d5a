import type { Role, ScopeKind } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** A way in: what a provider calls the person. */
const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  uniques: [{ name: 'accounts_provider_subject', properties: ['provider', 'subject'] }],
  indexes: [{ name: 'accounts_person', properties: ['personId'] }],
  properties: {
    id: p.string().length(36).primary(),
    personId: p.string().length(36),
    provider: p.string().$type<AccountProvider>().length(16),
    /** The user id at the CAS; for an invitation the id of the person. */
    subject: p.string().length(128),
    isDisabled: p.boolean().default(false),
    disabledReason: p.string().length(200).nullable(),
    createdAt: p.datetime(3),
    lastSignInAt: p.datetime(3).nullable(),
  },
});
export type AccountProvider = 'cas' | 'invitation';
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

/** A role in a scope, given by an administrator or an import, never by the CAS. */
const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grants',
  indexes: [{ name: 'role_grants_person', properties: ['personId'] }],
  properties: {
    id: p.string().length(36).primary(),
    personId: p.string().length(36),
    role: p.string().$type<Role>().length(32),
    scopeKind: p.string().$type<ScopeKind>().length(16),
    scopeId: p.string().length(40).nullable(),
    /** First and last civil day; null: without end. */
    fromDay: p.string().length(10),
    untilDay: p.string().length(10).nullable(),
    givenBy: p.string().length(80),
    givenAt: p.datetime(3),
    revokedBy: p.string().length(80).nullable(),
    revokedAt: p.datetime(3).nullable(),
  },
});
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant);

/** A program that may call; only the hash of its key is kept. */
const MachineClientSchema = defineEntity({
  name: 'MachineClient',
  tableName: 'machine_clients',
  properties: {
    id: p.string().length(36).primary(),
    name: p.string().length(80),
    keyHash: p.string().length(64).unique(),
    createdBy: p.string().length(80),
    createdAt: p.datetime(3),
    /** To within some minutes. */
    lastUsedAt: p.datetime(3).nullable(),
    revokedBy: p.string().length(80).nullable(),
    revokedAt: p.datetime(3).nullable(),
  },
});
export class MachineClient extends MachineClientSchema.class {}
MachineClientSchema.setClass(MachineClient);
