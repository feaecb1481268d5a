import { beforeAll, describe, expect, test } from '@jest/globals';
import rules from '../../config/dependency-cruiser.js';
import { cruisePlanted, type Violation } from './planted-tree.ts';

const nothing = 'export const nothing = 0;\n';
const importOf = (path: string) => `import * as it from '${path}';\nexport const use = it;\n`;

/** For each rule: a file that breaks it, what it imports, and the violation that must be seen. */
const planted: Record<string, { file: string; imports: string; seen?: string }> = {
  'domain-stands-alone': { file: 'packages/domain/src/case/a.ts', imports: 'zod' },
  'contract-knows-domain-words-only': {
    file: 'packages/contract/src/b.ts',
    imports: '../../domain/src/case/lifecycle.ts',
  },
  'contract-runs-anywhere': { file: 'packages/contract/src/c.ts', imports: 'node:fs' },
  'ui-knows-no-domain': { file: 'packages/ui/src/d.ts', imports: '../../domain/src/case/lifecycle.ts' },
  'cas-server-stands-alone': { file: 'packages/cas-server/src/e.ts', imports: '../../domain/src/case/lifecycle.ts' },
  'cas-server-is-koa-only': { file: 'packages/cas-server/src/f.ts', imports: 'zod' },
  'web-talks-through-the-contract': {
    file: 'apps/web/src/lib/g.ts',
    imports: '../../../../packages/domain/src/case/lifecycle.ts',
  },
  'web-has-no-database': { file: 'apps/web/src/lib/h.ts', imports: 'mysql2' },
  'api-draws-no-page': { file: 'apps/api/src/i.ts', imports: '../../web/src/lib/page.ts' },
  'product-needs-no-tools': { file: 'apps/api/src/j.ts', imports: '../../../scripts/lib/tool.ts' },
  'modules-meet-at-the-door': { file: 'apps/api/src/modules/catalog/k.ts', imports: '../case/submit-case.ts' },
  'app-enters-by-the-door': { file: 'apps/api/src/l.ts', imports: './modules/case/submit-case.ts' },
  'entities-are-listed-in-one-place': { file: 'apps/api/src/m.ts', imports: './modules/case/case.entity.ts' },
  'platform-knows-no-module': { file: 'apps/api/src/platform/clock/n.ts', imports: '../../modules/case/index.ts' },
  'platform-parts-meet-at-the-door': {
    file: 'apps/api/src/modules/case/o.ts',
    imports: '../../platform/clock/hidden.ts',
  },
  'koa-stays-at-the-edge': { file: 'apps/api/src/modules/case/p.ts', imports: 'koa' },
  'routes-load-no-entity': { file: 'apps/api/src/modules/case/case.routes.ts', imports: './case.entity.ts' },
  'features-do-not-mix': { file: 'apps/web/src/lib/features/one/q.ts', imports: '../two/part.ts' },
  'lib-imports-no-route': { file: 'apps/web/src/lib/r.ts', imports: '../routes/helper.ts' },
  'one-caller-of-the-api': { file: 'apps/web/src/lib/s.ts', imports: '../../../../packages/contract/src/client.ts' },
  'no-circles': { file: 'apps/api/src/circle-a.ts', imports: './circle-b.ts' },
  'no-unknown-import': { file: 'apps/api/src/t.ts', imports: './nowhere.ts' },
  'no-test-code-in-the-product': { file: 'apps/api/src/u.ts', imports: './some.test.ts' },
  'no-development-package-in-the-server': { file: 'apps/api/src/v.ts', imports: 'left-pad' },
};

/** What the planted files import, and files that keep every rule. */
const innocent: Record<string, string> = {
  'packages/domain/src/vocabulary/words.ts': nothing,
  'packages/domain/src/case/lifecycle.ts': importOf('../vocabulary/words.ts'),
  'packages/contract/src/client.ts': importOf('zod'),
  'packages/contract/src/case.ts': importOf('../../domain/src/vocabulary/words.ts'),
  'packages/cas-server/src/server.ts':
    importOf('koa') + importOf('@koa/router').replaceAll('it', 'router').replace('use', 'again'),
  'apps/web/src/lib/page.ts': nothing,
  'apps/web/src/lib/server/api.ts': importOf('../../../../../packages/contract/src/client.ts'),
  'apps/web/src/lib/features/two/part.ts': nothing,
  'apps/web/src/routes/helper.ts': importOf('../lib/features/two/part.ts'),
  'scripts/lib/tool.ts': importOf('left-pad'),
  'apps/api/src/modules/case/index.ts': importOf('./submit-case.ts'),
  'apps/api/src/modules/case/submit-case.ts': importOf('./case.entity.ts'),
  'apps/api/src/modules/case/case.entity.ts': nothing,
  'apps/api/src/modules/feedback/rate.ts': importOf('../case/index.ts'),
  'apps/api/src/modules/feedback/feedback.routes.ts': importOf('koa'),
  'apps/api/src/platform/clock/index.ts': importOf('./hidden.ts'),
  'apps/api/src/platform/clock/hidden.ts': importOf('koa'),
  'apps/api/src/database/entities.ts': importOf('../modules/case/case.entity.ts'),
  'apps/api/src/app.ts': importOf('./modules/case/index.ts'),
  'apps/api/src/circle-b.ts': importOf('./circle-a.ts'),
  'apps/api/src/some.test.ts': importOf('left-pad'),
};

describe('the arrows of the architecture', () => {
  let caught: Violation[] = [];

  beforeAll(() => {
    const bad = Object.values(planted).map(({ file, imports }): [string, string] => [file, importOf(imports)]);
    caught = cruisePlanted({ ...innocent, ...Object.fromEntries(bad) });
  });

  const names = rules.forbidden.map((rule) => rule.name);

  test.each(names)('%s: a planted violation is caught', (name) => {
    const file = planted[name]?.file;
    expect(file).toBeDefined();
    expect(caught.filter((violation) => violation.startsWith(`${name}: ${file} `))).not.toEqual([]);
  });

  test('files that keep the rules are left alone', () => {
    const keepers = Object.keys(innocent).filter((file) => !file.includes('circle'));
    expect(caught.filter((violation) => keepers.some((file) => violation.includes(`: ${file} ->`)))).toEqual([]);
  });
});
