export { newId, idTime } from './uuid.ts';
