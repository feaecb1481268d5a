import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../../scripts/lib/paths.ts';

/** Requirements that the product must meet today, each with a test that names it; of which something is missing, it is said. */
const required = [
  ...['R-AUTHZ-1', 'R-AUTHZ-2', 'R-AUTHZ-3', 'R-AUTHZ-4', 'R-AUTHN-1', 'R-SESS-1'],
  ...['R-IN-1', 'R-IN-2', 'R-IN-3', 'R-IN-6', 'R-TX-1', 'R-TX-2', 'R-DOS-1', 'R-FILE-1', 'R-FILE-2', 'R-ERR-1'],
  ...['R-AUD-1', 'R-AUD-2', 'R-AUD-3', 'R-AUD-4', 'R-BAK-1', 'F-3', 'F-4', 'F-5', 'F-9', 'F-10'],
];

interface Row {
  id: string;
  state: string;
  where: string;
  tests: string[];
}

function readTable(text: string): Row[] {
  return [...text.matchAll(/^\| *([A-Z]+-[A-Z]+-\d+|[FA]-\d+) *\|(.*)\|$/gm)].map((match) => {
    const cells = (match[2] as string).split('|').map((cell) => cell.trim());
    const tests = [...(cells.at(-1) as string).matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)].map(
      (found) => found[1] as string,
    );
    return { id: match[1] as string, state: cells[1] ?? '', where: cells[2] ?? '', tests };
  });
}

const rows = readTable(readFileSync(fromRoot('docs/SECURITY.md'), 'utf8'));

describe('docs/SECURITY.md', () => {
  test('each requirement stands in it once', () => {
    const ids = rows.map((row) => row.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(required.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(required)('%s is met, or what is missing is said, and a test that exists names it', (id) => {
    const row = rows.find((each) => each.id === id);
    expect(['met', 'partly']).toContain(row?.state);
    if (row?.state === 'partly') expect(row.where).toMatch(/; .{20,}/);
    expect(row?.tests.length).toBeGreaterThan(0);
  });

  test('every test that it names exists and names the requirement', () => {
    const missing = rows.flatMap(({ id, tests }) =>
      tests
        .filter((file) => !existsSync(fromRoot(file)) || !readFileSync(fromRoot(file), 'utf8').includes(id))
        .map((file) => `${id}: ${file}`),
    );
    expect(missing).toEqual([]);
  });
});
