// The arrows of docs/ARCHITECTURE.md. tests/architecture plants a violation of each rule and sees it caught.

const test = '\\.test\\.ts$';
const npm = '(^|/)node_modules/';

const layers = [
  {
    name: 'domain-stands-alone',
    comment: 'The rules of the product depend on nothing: no framework, no clock, no package of ours.',
    from: { path: '^packages/domain/src', pathNot: test },
    to: { pathNot: '^packages/domain/src' },
  },
  {
    name: 'contract-knows-domain-words-only',
    comment: 'What crosses the wire is schemas over the vocabulary of the domain.',
    from: { path: '^packages/contract/src', pathNot: test },
    to: {
      path: '^(apps|packages|tests|scripts)/',
      pathNot: '^packages/(contract/src|domain/src/(index|vocabulary/|form/|route/|catalog/|certificate/))',
    },
  },
  {
    name: 'contract-runs-anywhere',
    comment: 'The contract is read by the browser too.',
    from: { path: '^packages/contract/src', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'ui-knows-no-domain',
    comment: 'A component of ui can be used for any subject.',
    from: { path: '^packages/ui/src', pathNot: test },
    to: { path: '^(apps|tests|scripts|packages/(domain|contract|cas-server))/' },
  },
  {
    name: 'cas-server-stands-alone',
    comment: 'The embedded CAS must be removable: it knows Koa and nothing of ours.',
    from: { path: '^packages/cas-server/src', pathNot: test },
    to: { path: '^(apps|tests|scripts|packages/(domain|contract|ui))/' },
  },
  {
    name: 'cas-server-is-koa-only',
    comment: 'Koa, its router and its body parser are all that the embedded CAS may use of npm.',
    from: { path: '^packages/cas-server/src', pathNot: test },
    to: { path: npm, pathNot: `${npm}(koa|@koa/(router|bodyparser)|@types/(koa|node))(/|$)` },
  },
  {
    name: 'web-talks-through-the-contract',
    comment: 'Pages reach the server through the contract alone; they decide nothing, so they import no rule.',
    from: { path: '^apps/web/' },
    to: { path: '^(apps/api|scripts|tests|packages/(domain|cas-server))/' },
  },
  {
    name: 'web-has-no-database',
    comment: 'Pages have no database and no server framework.',
    from: { path: '^apps/web/' },
    to: { path: `${npm}(@mikro-orm|mysql2|kysely|koa|@koa|better-sqlite3)(/|$)` },
  },
  {
    name: 'api-draws-no-page',
    comment: 'The server knows nothing of pages and components; main.ts loads the built handler by its path.',
    from: { path: '^apps/api/src', pathNot: test },
    to: { path: '^(apps/web|packages/ui)/' },
  },
  {
    name: 'product-needs-no-tools',
    comment: 'Apps and packages run without scripts and tests.',
    from: { path: '^(apps|packages)/', pathNot: test },
    to: { path: '^(scripts|tests)/' },
  },
];

const insideTheApi = [
  {
    name: 'modules-meet-at-the-door',
    comment: "A module reaches another one through the other's index.ts.",
    from: { path: '^apps/api/src/modules/([^/]+)/', pathNot: test },
    to: { path: '^apps/api/src/modules/([^/]+)/.+', pathNot: '^apps/api/src/modules/($1/|[^/]+/index\\.ts$)' },
  },
  {
    name: 'app-enters-by-the-door',
    comment: 'Whoever is outside the modules sees their index.ts and, for the list of entities, their entity files.',
    from: { path: '^apps/api/src/', pathNot: `^apps/api/src/(modules|database/seeds)/|${test}` },
    to: { path: '^apps/api/src/modules/[^/]+/.+', pathNot: '/index\\.ts$|\\.entity\\.ts$' },
  },
  {
    name: 'entities-are-listed-in-one-place',
    comment: 'Only database/ reads entity files of modules from outside.',
    from: { path: '^apps/api/src/', pathNot: `^apps/api/src/(modules|database)/|${test}` },
    to: { path: '^apps/api/src/modules/.+\\.entity\\.ts$' },
  },
  {
    name: 'platform-knows-no-module',
    comment: 'The platform carries every module and depends on none.',
    from: { path: '^apps/api/src/platform/', pathNot: test },
    to: { path: '^apps/api/src/modules/' },
  },
  {
    name: 'platform-parts-meet-at-the-door',
    comment: 'A part of the platform is used through its index.ts.',
    from: { path: '^apps/api/src/modules/', pathNot: test },
    to: { path: '^apps/api/src/platform/[^/]+/.+', pathNot: '^apps/api/src/platform/[^/]+/index\\.ts$' },
  },
  {
    name: 'koa-stays-at-the-edge',
    comment: 'HTTP ends in routes files, the platform and app.ts; a command never sees a request.',
    from: { path: '^apps/api/src/', pathNot: `\\.routes\\.ts$|^apps/api/src/(platform/|app\\.ts$|main\\.ts$)|${test}` },
    to: { path: `${npm}(koa[^/]*|@koa/[^/]+|@types/koa[^/]*)(/|$)` },
  },
  {
    name: 'routes-load-no-entity',
    comment: 'A routes file hands over to a command or a query; it never touches a table.',
    from: { path: '\\.routes\\.ts$' },
    to: { path: '\\.entity\\.ts$' },
  },
];

const insideThePages = [
  {
    name: 'features-do-not-mix',
    comment: 'A feature component knows one feature; pages compose features.',
    from: { path: '^apps/web/src/lib/features/([^/]+)/' },
    to: { path: '^apps/web/src/lib/features/', pathNot: '^apps/web/src/lib/features/$1/' },
  },
  {
    name: 'lib-imports-no-route',
    comment: 'What is shared does not know the page that uses it.',
    from: { path: '^apps/web/src/lib/' },
    to: { path: '^apps/web/src/routes/' },
  },
  {
    name: 'one-caller-of-the-api',
    comment: 'Only lib/server/api.ts makes a client: cookies, timeouts and errors are handled once.',
    from: { path: '^apps/web/src/', pathNot: `^apps/web/src/lib/server/|${test}` },
    to: { path: '^packages/contract/src/client\\.ts$' },
  },
];

const everywhere = [
  {
    name: 'no-circles',
    comment: 'Two files that need each other are one file, or three.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unknown-import',
    comment: 'An import must lead somewhere.',
    from: { pathNot: '^apps/web/' },
    to: { couldNotResolve: true, pathNot: '^pdfmake/interfaces' },
  },
  {
    name: 'no-test-code-in-the-product',
    comment: 'Product code imports no test.',
    from: { path: '^(apps|packages|scripts)/', pathNot: test },
    to: { path: test },
  },
  {
    name: 'no-development-package-in-the-server',
    comment: 'The server runs with its own dependencies only.',
    from: { path: '^apps/api/src/', pathNot: `${test}|^apps/api/src/[^/]+/testing/` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
];

const arrows = [...layers, ...insideTheApi, ...insideThePages, ...everywhere];

export default {
  forbidden: arrows.map((arrow) => ({ ...arrow, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|var)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
};
