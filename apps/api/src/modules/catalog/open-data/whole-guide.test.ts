import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fieldShapes, OpenCatalog } from '@yitang/contract';
import { fieldPaths, writeFields, type FieldPath, type MatterContent } from '@yitang/domain/catalog';
import { codes, leaveMatter, makeCaseWorld, publish } from '../../../../../../tests/support/case-world.ts';
import { filled } from '../../../../../../tests/support/filled.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { parseCsv } from '../../../platform/table-file/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { partName } from '../comparison/part-names.ts';
import { openColumns } from './open-table.ts';

/** What the open data leave out of a matter, or call by another name, and why. */
const exceptions: Readonly<Partial<Record<FieldPath, string>>> = {
  'summary.departmentId': 'department: with its name',
  form: 'asked for when one applies, not by the guide',
  route: 'who handles it inside; the steps of the guide tell it',
  layout: 'a certificate shows it, each in its version',
};
/** Of an entry what is left out. */
const unsaid: Readonly<Partial<Record<FieldPath, readonly string[]>>> = {
  // How a precondition is looked up; what is looked up stands in its label.
  preconditions: ['rule'],
};

const told = fieldPaths.filter((path) => exceptions[path] === undefined);
const keyOf = (path: FieldPath): string => path.split('.').at(-1) ?? path;

/** Nothing of it is left out. */
const whole: MatterContent = writeFields(
  leaveMatter(),
  new Map(told.filter((path) => !path.startsWith('summary.')).map((path) => [path, filled(fieldShapes[path])])),
);

let app: TestApp;
let matter: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)), now: '2026-03-02T02:00:00Z' });
  await publish(app.deps, [whole], '2026-03-01');
  await app.deps.services.get(catalogKey).refresh();
  const answer = await app.fetchAs()(`${app.base}/api/open/catalog.json`);
  const { matters } = OpenCatalog.parse(await answer.json());
  matter = matters.find(({ code }) => code === codes.leave)!;
});
afterAll(() => app.close());

const valueOf = (path: FieldPath): unknown => {
  const value = path.startsWith('guide.')
    ? whole.guide[keyOf(path) as keyof MatterContent['guide']]
    : path.startsWith('summary.')
      ? whole.summary[keyOf(path) as keyof MatterContent['summary']]
      : whole.preconditions;
  const without = unsaid[path];
  if (without === undefined || !Array.isArray(value)) return value;
  return (value as object[]).map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => !without.includes(key))),
  );
};

test.each(told)('the JSON of the open data has %s, with all that an entry of it can say', (path) => {
  expect({ [path]: matter[keyOf(path)] }).toMatchObject({ [path]: valueOf(path) });
});

test('a cell with details has every part of an entry, with codes in words', async () => {
  const answer = await app.fetchAs()(`${app.base}/api/open/catalog.csv`);
  const [header = [], ...rows] = parseCsv(await answer.text()) ?? [];
  const row = rows.find(([code]) => code === codes.leave) ?? [];
  const cell = row[header.indexOf('材料明细')] ?? '';
  const parts = Object.keys(whole.guide.materials[0]!).filter((part) => !['key', 'name', 'showWhen'].includes(part));
  for (const part of [...parts, 'showWhen']) expect(cell).toContain(`${partName(part)}：`);
  expect(cell).toContain('来源渠道：申请人自备');
});

test.each(told)('the table of the open data has a column for %s', (path) => {
  const key = keyOf(path);
  expect(openColumns.map(({ field }) => field.split('.')[0])).toContain(key);
});
