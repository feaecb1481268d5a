// The same type stripping as `node file.ts`, so that tests run what production runs.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

process.removeAllListeners('warning');

export default {
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
  getCacheKey: (source, path, { configString }) =>
    createHash('sha1').update(process.version).update(path).update(configString).update(source).digest('hex'),
};
