const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const strip = '<rootDir>/config/jest-strip-types.js';
const base = {
  rootDir: root,
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': strip },
};
const svelte = {
  ...base,
  extensionsToTreatAsEsm: ['.ts', '.svelte'],
  moduleFileExtensions: ['js', 'ts', 'svelte', 'json'],
  transform: { '\\.svelte(\\.ts)?$': '<rootDir>/config/jest-svelte.js', '\\.ts$': strip },
  // Icons come as components and are compiled like our own.
  transformIgnorePatterns: ['/node_modules/(?!.*@lucide[/+]svelte)'],
};

/** A project with its own name, so that `--selectProjects NAME` runs it alone. */
function project(displayName, folders, kind = base) {
  return { ...kind, displayName, roots: folders.map((folder) => `<rootDir>/${folder}`) };
}

export default {
  rootDir: root,
  maxWorkers: 2,
  testTimeout: 120_000,
  // Modules of a test file that has ended stay in the memory of its worker; past this a new worker takes over.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    project('packages', ['packages/domain', 'packages/contract', 'packages/cas-server']),
    project('api', ['apps/api']),
    project('web', ['packages/ui', 'apps/web/src'], svelte),
    project('architecture', ['tests/architecture', 'tests/examples', 'tests/support', 'scripts']),
    project('faults', ['tests/faults']),
  ],
};
