export { asOfOneInstant } from './as-of-one-instant.ts';
export { eachIdSpan, type IdSpan } from './each-id-span.ts';
export { migrate } from './migrate.ts';
export { migrationsFolder, openOrm, ormOptions, type DatabaseOptions } from './orm.ts';
export * from './portable-sql.ts';
export { prepareOnServer } from './prepared-texts.ts';
export { familyOf, familyOfEm, type DatabaseFamily, type Em, type Orm } from './sql-types.ts';
export { affectedRows, selectRows } from './statements.ts';
export { inTransactionScope, refuseInTransaction } from './transaction-scope.ts';
