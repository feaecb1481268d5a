import type { Persona } from '@yitang/cas-server';
import { demoPersonas } from './personas.ts';

/** The personas as buttons of the embedded CAS, with the attributes that our CAS settings read by default. */
export const demoCasPersonas: readonly Persona[] = demoPersonas.map(({ username, name, identity, description }) => ({
  username,
  name,
  identity: identity.zh,
  abilities: description.zh,
  attributes: { cn: name, userName: username },
  isFeatured: true,
}));
