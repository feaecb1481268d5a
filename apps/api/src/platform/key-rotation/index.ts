export { keyColumns, type KeyColumn } from './key-columns.ts';
export { countKeys, rotateKeys, type KeyUse, type Rotation } from './rotate-keys.ts';
