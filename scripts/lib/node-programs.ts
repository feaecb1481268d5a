import { fromRoot } from './paths.ts';

// Programs of npm packages are started by their file under the running Node: a shim in .bin would ask the shell for `node`.
const node = process.execPath;

export const programs = {
  tsc: [node, fromRoot('node_modules/typescript/bin/tsc')],
  eslint: [node, fromRoot('node_modules/eslint/bin/eslint.js')],
  prettier: [node, fromRoot('node_modules/prettier/bin/prettier.cjs')],
  dependencyCruiser: [node, fromRoot('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')],
  knip: [node, fromRoot('node_modules/knip/bin/knip.js')],
  jest: [node, '--experimental-vm-modules', '--no-warnings', fromRoot('node_modules/jest/bin/jest.js')],
  playwright: [node, fromRoot('node_modules/@playwright/test/cli.js')],
  vite: [node, fromRoot('apps/web/node_modules/vite/bin/vite.js')],
  svelteKit: [node, fromRoot('apps/web/node_modules/@sveltejs/kit/svelte-kit.js')],
  svelteCheck: [node, fromRoot('apps/web/node_modules/svelte-check/bin/svelte-check')],
} as const;
