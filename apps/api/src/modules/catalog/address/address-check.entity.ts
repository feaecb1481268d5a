import { defineEntity, p } from '@mikro-orm/sql';

/** How an address that stands in a guide answered when it was last asked. */
const AddressCheckSchema = defineEntity({
  name: 'AddressCheck',
  tableName: 'address_checks',
  indexes: [{ name: 'address_checks_dead', properties: ['isDead'] }],
  properties: {
    /** SHA-256 of the address: addresses are longer than keys may be. */
    id: p.string().length(64).primary(),
    address: p.text(),
    isDead: p.boolean(),
    /** What came instead of the page, in words. */
    found: p.string().length(120),
    checkedAt: p.datetime(3),
    /** Since when it has not answered. */
    deadSince: p.datetime(3).nullable(),
  },
});
export class AddressCheck extends AddressCheckSchema.class {}
AddressCheckSchema.setClass(AddressCheck);
