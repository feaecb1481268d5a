import { defineEntity, p } from '@mikro-orm/sql';

/** The days on which an address of a guide did not answer. Over, it stays: earlier days are asked for. */
const AddressOutageSchema = defineEntity({
  name: 'AddressOutage',
  tableName: 'address_outages',
  properties: {
    id: p.string().length(36).primary(),
    address: p.text(),
    /** What came instead of the page when it was first asked in vain, in words. */
    found: p.string().length(120),
    /** Civil days, as in the domain's `DatedState`. */
    startedOn: p.string().length(10),
    endedOn: p.string().length(10).nullable(),
  },
});
export class AddressOutage extends AddressOutageSchema.class {}
AddressOutageSchema.setClass(AddressOutage);
