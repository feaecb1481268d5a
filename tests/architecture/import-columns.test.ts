import { expect, test } from '@jest/globals';
import { importKinds } from '@yitang/contract';
import { grantColumns } from '../../apps/api/src/modules/identity/import/plan-grants.ts';
import { peopleColumns } from '../../apps/api/src/modules/identity/import/import-people.ts';
import { calendarColumns, departmentColumns, postColumns } from '../../apps/api/src/modules/organization/index.ts';
import { powerColumns } from '../../apps/api/src/modules/catalog/power/import-powers.ts';
import { volumeColumns } from '../../apps/api/src/modules/reform/volume/report-sentences.ts';
import { volumeMessages } from '../../apps/web/src/lib/features/reform/volume-messages.ts';
import { powerColumns as shownPowerColumns } from '../../apps/web/src/lib/features/catalog-power/power-columns.ts';
import { importColumns, importKinds as shownKinds } from '../../apps/web/src/lib/features/admin/import-columns.ts';

const read = {
  departments: departmentColumns,
  people: peopleColumns,
  posts: postColumns,
  grants: grantColumns,
  calendar: calendarColumns,
};

test('every kind of file can be chosen on the page', () => {
  expect(shownKinds).toEqual(importKinds);
});

// The page explains columns in words of its own; the server alone knows which it reads.
test.each(importKinds)('the page names exactly the columns that an import of %s reads', (kind) => {
  expect(importColumns[kind].map(({ name }) => name)).toEqual([...read[kind]]);
});

test('the page names exactly the columns that an import of powers reads', () => {
  expect(shownPowerColumns.map(({ name }) => name)).toEqual([...powerColumns]);
});

test('the page names exactly the columns that an import of volumes reads', () => {
  const shown = Object.keys(volumeColumns).map((field) => volumeMessages.zh[`import.name.${field as 'matter'}`]);
  expect(shown).toEqual(Object.values(volumeColumns));
});
