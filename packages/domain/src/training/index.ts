export * from './handbook-test.ts';
