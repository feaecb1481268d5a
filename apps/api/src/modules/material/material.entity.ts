import { defineEntity, p } from '@mikro-orm/sql';
import { uploadTypes } from '@yitang/domain/catalog';

export const materialStates = ['clean', 'waiting', 'unsafe', 'replaced'] as const;

/** What a file belongs to: an application, or a decision about 小微权力 that it is the document of. */
const owners = ['draft', 'case', 'power'] as const;
export type MaterialOwner = (typeof owners)[number];

/** An uploaded file (材料): of a draft until it is submitted, of the case from then on. The bytes are a blob. */
const MaterialSchema = defineEntity({
  name: 'Material',
  tableName: 'materials',
  // Of two uploads at once into the last place, one wins.
  uniques: [{ name: 'materials_place', properties: ['ownerKind', 'ownerId', 'requirementKey', 'round', 'place'] }],
  indexes: [
    { name: 'materials_person', properties: ['personId'] },
    { name: 'materials_state', properties: ['state', 'createdAt'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    ownerKind: p.enum(owners).length(5),
    ownerId: p.string().length(36),
    personId: p.string().length(36),
    requirementKey: p.string().length(60),
    /** 0: with the application; n: in answer to the n-th list of corrections. */
    round: p.integer(),
    /** Which of the requirement's places it takes, from 0; null once it takes none. */
    place: p.integer().nullable(),
    name: p.string().length(130),
    type: p.enum(uploadTypes).length(3),
    size: p.integer(),
    sha256: p.string().length(64),
    /** null once the file was destroyed. */
    blobId: p.string().length(36).nullable(),
    /** `waiting`: no scanner has looked at it yet, so nobody opens it. */
    state: p.enum(materialStates).length(8),
    createdAt: p.datetime(3),
  },
});
export class Material extends MaterialSchema.class {}
MaterialSchema.setClass(Material);
