import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Size follows what a team lets pass: where a longer one reads better, it says so beside its exception. */
const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-params': ['error', 3],
  complexity: ['error', 15],
};

const typescript = {
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/no-floating-promises': [
    'error',
    { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test'] }] },
  ],
  '@typescript-eslint/require-await': 'off', // a handler that needs no await is still a handler
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
};

export default defineConfig(
  globalIgnores(['**/build/', '**/.svelte-kit/', '**/node_modules/', 'var/', 'test-results/', 'playwright-report/']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['config/*.js', 'config/*.mjs', 'scripts/*.mjs'] },
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-undef': 'off', // TypeScript's business
      'no-console': 'error',
      'no-control-regex': 'off', // control characters are what input is searched for
      'svelte/no-unused-svelte-ignore': 'off', // it is svelte-check that gives the warnings
      eqeqeq: 'error',
      ...size,
    },
  },
  { files: ['**/*.ts', '**/*.svelte'], rules: typescript },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // svelte-check knows the types of snippets and props; what ESLint sees of them is `any`.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Pages link by plain paths: the site is served from the root, and a link stays readable.
      'svelte/no-navigation-without-resolve': 'off',
      // Markup makes a component long, not deep.
      'max-lines-per-function': 'off',
    },
  },
  {
    // Each of these is a program of its own to the parser, and the data of a page has to be worked out from the whole
    // contract: five seconds a page. svelte-check, which does it once for all of them, has their types.
    files: ['apps/web/src/routes/**/*.svelte'],
    extends: [ts.configs.disableTypeChecked],
    rules: { 'svelte/no-unused-props': 'off', 'svelte/require-store-reactive-access': 'off' },
  },
  {
    // A field of a form is a text or a file; a file turned into a text is refused by the schema behind it.
    files: ['apps/web/src/**/*.ts'],
    rules: { '@typescript-eslint/no-base-to-string': 'off' },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['apps/api/src/database/seeds/**/*.ts', 'apps/api/src/database/migrations/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  // Tables of words and of wire shapes are long and flat.
  { files: ['**/messages.ts', '**/messages/*.ts', 'packages/contract/src/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['scripts/run.mjs'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
);
