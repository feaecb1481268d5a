import { programs } from './node-programs.ts';
import { oneCheck, type Part } from './parts.ts';
import { fromRoot } from './paths.ts';
import { read, run } from './run.ts';
import { say } from './say.ts';

/** A program whose exit status is the answer; its output is shown only when it has something to say. */
function check(name: string, args: readonly string[], cwd?: string): Part {
  return {
    name,
    run: async () => {
      const { status, output } = await read(args, cwd ? { cwd } : {});
      if (status !== 0) say(output);
      return oneCheck(status === 0);
    },
  };
}

export const types = check('types', [...programs.tsc, '-p', 'tsconfig.json', '--noEmit']);

export const svelteTypes: Part = {
  name: 'types of pages',
  run: async () => {
    const web = fromRoot('apps/web');
    if ((await run([...programs.svelteKit, 'sync'], { cwd: web })) !== 0) return oneCheck(false);
    const svelte = [
      ...programs.svelteCheck,
      '--tsconfig',
      './tsconfig.json',
      '--output',
      'human',
      '--fail-on-warnings',
    ];
    return check('', svelte, web).run();
  },
};

export const lint = check('lint', [
  ...programs.eslint,
  '--config',
  'config/eslint.config.js',
  '--max-warnings=0',
  '--cache',
  '--cache-location=var/cache/eslint',
  '.',
]);

export const format = check('format', [
  ...programs.prettier,
  '--check',
  '--log-level=warn',
  '--cache',
  '--cache-location=var/cache/prettier',
  '.',
]);

/** Folders whose imports the rules are about. */
export const cruised = ['apps/api/src', 'apps/web/src', 'packages', 'scripts', 'tests'];

export const dependencies = check('dependency rules', [
  ...programs.dependencyCruiser,
  '--config',
  'config/dependency-cruiser.js',
  '--output-type',
  'err-long',
  ...cruised,
]);

export const unused = check('unused files and exports', [
  ...programs.knip,
  '--config',
  'config/knip.json',
  '--no-progress',
]);

export const staticChecks = [types, lint, svelteTypes, dependencies, format, unused];
