const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const strip = '<rootDir>/config/jest-strip-types.js';
const base = { rootDir: root, extensionsToTreatAsEsm: ['.ts'], transform: { '\\.ts$': strip } };
const svelte = {
  ...base,
  extensionsToTreatAsEsm: ['.ts', '.svelte'],
  moduleFileExtensions: ['js', 'ts', 'svelte', 'json'],
  transform: { '\\.svelte(\\.ts)?$': '<rootDir>/config/jest-svelte.js', '\\.ts$': strip },
};

export default {
  rootDir: root,
  maxWorkers: 2,
  projects: [
    {
      ...base,
      displayName: 'packages',
      roots: ['<rootDir>/packages/domain', '<rootDir>/packages/contract', '<rootDir>/packages/cas-server'],
      testMatch: ['**/*.test.ts'],
    },
    { ...base, displayName: 'api', roots: ['<rootDir>/apps/api'], testMatch: ['**/*.test.ts'] },
    { ...base, displayName: 'architecture', roots: ['<rootDir>/tests/architecture', '<rootDir>/scripts'], testMatch: ['**/*.test.ts'] },
    { ...svelte, displayName: 'web', roots: ['<rootDir>/packages/ui', '<rootDir>/apps/web/src'], testMatch: ['**/*.test.ts'] },
  ],
};
