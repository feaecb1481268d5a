import { defineEntity, p } from '@mikro-orm/sql';
import { wrappedFor } from './sealed.ts';

const PersonKeySchema = defineEntity({
  name: 'PersonKey',
  tableName: 'person_keys',
  properties: {
    personId: p.string().length(36).primary(),
    /** null once destroyed: what was sealed under it is gone for good. */
    wrappedKey: p.string().length(200).groups(wrappedFor('person')).nullable(),
    keyId: p.string().length(40),
    createdAt: p.datetime(3),
    destroyedAt: p.datetime(3).nullable(),
  },
});
export class PersonKey extends PersonKeySchema.class {}
PersonKeySchema.setClass(PersonKey);
