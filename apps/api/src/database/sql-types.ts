import type { MikroORM, SqlEntityManager } from '@mikro-orm/sql';

export type Em = SqlEntityManager;
export type Orm = MikroORM;
/** Which dialect a migration or a portable fragment is written in. */
export type DatabaseFamily = 'sqlite' | 'mysql';

/** @throws Error for a scheme that no driver serves. */
export function familyOf(url: string): DatabaseFamily {
  const scheme = url.slice(0, url.indexOf(':'));
  if (scheme === 'sqlite') return 'sqlite';
  if (scheme === 'mysql' || scheme === 'mariadb') return 'mysql';
  throw new Error(`the database address has the scheme "${scheme}"; sqlite:, mariadb:// and mysql:// are known`);
}

export const familyOfEm = (em: Em): DatabaseFamily =>
  em.getPlatform().constructor.name === 'SqlitePlatform' ? 'sqlite' : 'mysql';
