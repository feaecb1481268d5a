import { defineEntity, p } from '@mikro-orm/sql';

export const definitionKinds = ['form', 'route', 'layout'] as const;
export type DefinitionKind = (typeof definitionKinds)[number];

/** One immutable version of a form, a route or a certificate layout; a running case keeps the ones it began with. */
const DefinitionVersionSchema = defineEntity({
  name: 'DefinitionVersion',
  tableName: 'definition_versions',
  uniques: [{ name: 'definition_versions_unique', properties: ['kind', 'key', 'version'] }],
  properties: {
    id: p.string().length(36).primary(),
    kind: p.enum(definitionKinds).length(10),
    key: p.string().length(60),
    version: p.integer(),
    definition: p.json().$type<unknown>(),
    createdAt: p.datetime(3),
  },
});
export class DefinitionVersion extends DefinitionVersionSchema.class {}
DefinitionVersionSchema.setClass(DefinitionVersion);
