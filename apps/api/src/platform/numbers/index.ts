export { createNumbers, type Numbers } from './numbers.ts';
