import { defOf, texts, type Schema } from './shaped.ts';

/** One value of a schema in which nothing is left out: every part that may be absent is there, every list has an entry. */
export function filled(schema: Schema): unknown {
  const def = defOf(schema);
  switch (def.type) {
    case 'string':
      return accepted(schema, texts);
    case 'number':
      return accepted(schema, [1, 2]);
    case 'boolean':
      return true;
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'array':
      return [filled(def.element)];
    case 'object':
      return Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, filled(part)]));
    case 'union':
      return filled(def.options[0]!);
    case 'optional':
    case 'nullable':
      return filled(def.innerType);
    case 'lazy':
      return filled(def.getter());
    default:
      throw new Error(`no value for ${def.type}`);
  }
}

function accepted(schema: Schema, candidates: readonly unknown[]): unknown {
  const found = candidates.find((candidate) => schema.safeParse(candidate).success);
  if (found === undefined) throw new Error('no candidate is accepted');
  return found;
}
