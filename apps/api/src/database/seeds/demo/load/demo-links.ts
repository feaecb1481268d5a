import type { FieldCrypto } from '../../../../platform/crypto/index.ts';
import { generateDemoPeople } from '../people/index.ts';
import { demoInvitationToken } from './load-people.ts';
import type { DemoOrigin } from './load-context.ts';

/** How a demo parent comes in: by the link that the student sent, together with the phone number. */
export interface DemoLink {
  readonly name: string;
  readonly studentName: string;
  readonly phone: string;
  /** Path and fragment; the origin is to be put in front. */
  readonly path: string;
}

/** The parent of the first persona, of the demo that was filled in from this seed for this day. */
export function demoInvitations(origin: DemoOrigin, crypto: FieldCrypto): DemoLink[] {
  const { people, invitations } = generateDemoPeople(origin);
  const byKey = new Map(people.map((person) => [person.key, person]));
  return invitations
    .filter(({ studentKey }) => studentKey === 'student')
    .map(({ studentKey, parentKey }) => ({
      name: byKey.get(parentKey)?.name ?? '',
      studentName: byKey.get(studentKey)?.name ?? '',
      phone: byKey.get(parentKey)?.phone ?? '',
      path: `/invitation#${demoInvitationToken(crypto, parentKey)}`,
    }));
}
