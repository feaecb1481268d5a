// Components are tested as a browser without script sees them: rendered on the server.
import { stripTypeScriptTypes } from 'node:module';
import { compile, compileModule } from 'svelte/compiler';

export default {
  process(source, filename) {
    if (filename.endsWith('.svelte')) {
      return { code: compile(source, { filename, generate: 'server', dev: false }).js.code };
    }
    return {
      code: compileModule(stripTypeScriptTypes(source, { mode: 'strip' }), { filename, generate: 'server' }).js.code,
    };
  },
};
