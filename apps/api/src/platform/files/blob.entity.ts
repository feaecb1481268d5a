import { defineEntity, p } from '@mikro-orm/sql';
import { wrappedFor } from '../crypto/index.ts';

const BlobSchema = defineEntity({
  name: 'Blob',
  tableName: 'blobs',
  indexes: [
    { name: 'blobs_kept', properties: ['isKept', 'createdAt'] },
    { name: 'blobs_key', properties: ['keyId'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    /** Bytes of the content before encryption. */
    size: p.integer(),
    sha256: p.string().length(64),
    mediaType: p.string().length(100),
    /** The file's own key, wrapped by the key ring's key `keyId`: without it the file is noise. */
    wrappedKey: p.string().length(200).groups(wrappedFor('file')),
    keyId: p.string().length(40),
    /** A record refers to it; until then it is swept after a day. */
    isKept: p.boolean(),
    createdAt: p.datetime(3),
  },
});
export class Blob extends BlobSchema.class {}
BlobSchema.setClass(Blob);
