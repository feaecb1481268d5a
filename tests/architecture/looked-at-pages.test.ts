import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fromRoot } from '../../scripts/lib/paths.ts';
import { addressesOf, onTheWay, rooms, type Room } from '../journeys/support/rooms.ts';
import { sourceFiles } from './source-files.ts';

/** As the router names them: without groups. */
const routes = sourceFiles(['apps/web/src/routes/**/+page.svelte']).map(
  ({ path }) =>
    path
      .slice('apps/web/src/routes'.length, -'/+page.svelte'.length)
      .split('/')
      .filter((part) => !/^\(.*\)$/.test(part))
      .join('/') || '/',
);
const looked: readonly Room[] = Object.values(rooms).flat();
const paths = looked.flatMap((room) => room.paths);
const opened = paths.filter((path) => typeof path === 'string').map((path) => path.replace(/[?#].*$/, ''));
const found = [...paths.flatMap((path) => (typeof path === 'string' ? [] : path.route)), ...Object.keys(onTheWay)];

/** Routes that nobody looks at. An address with a route of its own does not stand for one with a parameter. */
export function forgotten(all: readonly string[]): string[] {
  const plain = new Set(all.filter((route) => !route.includes('[')));
  return all.filter(
    (route) =>
      !found.includes(route) &&
      !opened.some((path) => path === route || (!plain.has(path) && addressesOf(route).test(path))),
  );
}

describe('VIS-4 every page is looked at by axe', () => {
  test('each route of the pages is in a list', () => {
    expect(routes.length).toBeGreaterThan(100);
    expect(forgotten(routes)).toEqual([]);
  });

  test('a new route would be missed', () => {
    expect(forgotten([...routes, '/my/new', '/my/new/[id]', '/reform/trips/[code]/[month]'])).toEqual([
      '/my/new',
      '/my/new/[id]',
      '/reform/trips/[code]/[month]',
    ]);
  });

  test('no list names a route that is gone', () => {
    expect(found.filter((route) => !routes.includes(route))).toEqual([]);
  });

  test.each(Object.entries(onTheWay))('%s is looked at in %s', (route, journey) => {
    expect(readFileSync(fromRoot('tests/journeys', journey), 'utf8')).toContain(`'${route}'`);
  });
});
