import { createHash } from 'node:crypto';
import { addDays, startOfDay } from '@yitang/domain/calendar';
import { Account, RoleGrant } from '../../../../modules/identity/account.entity.ts';
import { Invitation } from '../../../../modules/identity/invitation.entity.ts';
import { Affiliation, Person } from '../../../../modules/identity/person.entity.ts';
import { sealPersonalValues } from '../../../../modules/identity/index.ts';
import { PostHolder } from '../../../../modules/organization/organization.entity.ts';
import type { FieldCrypto } from '../../../../platform/crypto/index.ts';
import { findDemoMatter } from '../matters/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { DemoGrant, DemoInvitation, DemoPeople, DemoPerson } from '../people/index.ts';
import { postKey, type LoadContext } from './load-context.ts';

const givenBy = 'system:demo';

/** People with accounts, affiliations, posts and roles, and the invitations that parents have accepted. */
export async function loadPeople(context: LoadContext, { people, invitations }: DemoPeople): Promise<void> {
  const { em } = context;
  await em.insertMany(
    Person,
    people.map((person) => personRow(context, person)),
  );
  await em.insertMany(
    Account,
    people.map((person) => accountRow(context, person)),
  );
  await em.insertMany(
    Affiliation,
    people.flatMap((person) => affiliationRows(context, person)),
  );
  await em.insertMany(
    PostHolder,
    people.flatMap((person) => postHolderRows(context, person)),
  );
  await em.insertMany(
    RoleGrant,
    people.flatMap((person) => grantRows(context, person)),
  );
  await em.insertMany(
    Invitation,
    invitations.map((invitation) => invitationRow(context, invitation, people)),
  );
}

function personRow({ ids, crypto, began }: LoadContext, { key, name, idNumber, phone, email }: DemoPerson) {
  const sealed = sealPersonalValues(crypto, { idNumber, phone, email });
  return { id: ids.of('person', key), name, ...sealed, createdAt: began.at, updatedAt: began.at };
}

/** Whoever has no campus account comes by invitation. */
function accountRow({ ids, began }: LoadContext, { key, username }: DemoPerson) {
  const personId = ids.of('person', key);
  return {
    id: ids.other(`account/${key}`),
    personId,
    provider: username === null ? ('invitation' as const) : ('cas' as const),
    subject: username ?? personId,
    isDisabled: false,
    disabledReason: null,
    createdAt: began.at,
    lastSignInAt: null,
  };
}

function affiliationRows({ ids }: LoadContext, { key, affiliations }: DemoPerson) {
  return affiliations.map(({ departmentCode, from, until, ...affiliation }, index) => ({
    ...affiliation,
    id: ids.other(`affiliation/${key}/${index}`),
    personId: ids.of('person', key),
    departmentId: departmentCode === null ? null : ids.of('department', departmentCode),
    fromDay: from,
    untilDay: until,
  }));
}

function postHolderRows({ ids }: LoadContext, { key, posts }: DemoPerson) {
  return posts.map(({ code, departmentCode, from }) => ({
    id: ids.other(`post-holder/${key}/${postKey(code, departmentCode)}`),
    postId: ids.of('post', postKey(code, departmentCode)),
    personId: ids.of('person', key),
    fromDay: from,
    untilDay: null,
  }));
}

function grantRows(context: LoadContext, { key, grants }: DemoPerson) {
  return grants.map(({ role, scopeKind, scopeCode, from, until }, index) => ({
    id: grantId(context, key, index),
    personId: context.ids.of('person', key),
    role,
    scopeKind,
    scopeId: scopeIdOf(context, { scopeKind, scopeCode }),
    fromDay: from,
    untilDay: until,
    givenBy,
    givenAt: context.began.at,
    revokedBy: null,
    revokedAt: null,
  }));
}

export const grantId = ({ ids }: Pick<LoadContext, 'ids'>, personKey: string, index: number): string =>
  ids.other(`grant/${personKey}/${index}`);

export function scopeIdOf(
  { ids }: Pick<LoadContext, 'ids'>,
  { scopeKind, scopeCode }: Pick<DemoGrant, 'scopeKind' | 'scopeCode'>,
): string | null {
  return scopeCode === null || scopeKind === 'university' ? null : ids.of(scopeKind, scopeCode);
}

function invitationRow(context: LoadContext, invitation: DemoInvitation, people: readonly DemoPerson[]) {
  const { ids, referenceDate, crypto } = context;
  const { studentKey, parentKey, relation, matterCodes } = invitation;
  const dayAt = (days: number): Date => startOfDay(addDays(referenceDate, days), demoUniversity.timeZone);
  return {
    id: ids.other(`invitation/${parentKey}`),
    inviterId: ids.of('person', studentKey),
    inviteeName: people.find(({ key }) => key === parentKey)?.name ?? '',
    relation,
    matters: matterCodes.map((code) => ({ code, name: findDemoMatter(code)?.name ?? '' })),
    tokenHash: createHash('sha256').update(demoInvitationToken(crypto, parentKey)).digest('hex'),
    createdAt: dayAt(-60),
    expiresAt: dayAt(300),
    acceptedById: ids.of('person', parentKey),
    acceptedAt: dayAt(-59),
    revokedAt: null,
  };
}

/**
 * The secret of a demo parent's link. It follows from the installation's own keys, so that each start can show the link
 * again and nobody else can work it out.
 */
export const demoInvitationToken = (crypto: FieldCrypto, parentKey: string): string =>
  crypto.blindIndex(parentKey, 'demo.invitation');
