/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { expect, test } from '@jest/globals';
import type { WhatIfData } from '@yitang/contract';
import { render } from 'svelte/server';
import WhatIfResult from './WhatIfResult.svelte';

const result: WhatIfData = {
  on: '2026-11-29',
  targets: [],
  matters: [],
  savedTrips: 1_200,
  savedPapers: 0,
  measuredSavings: 0,
  unknownSavings: 0,
  ignored: [],
  found: [],
  isDemo: true,
};

function said(savedTrips: number): string {
  const props = { result: { ...result, savedTrips }, scenario: { do: [], matter: [], q: '' } };
  const { body } = render(WhatIfResult, { props });
  return new DOMParser().parseFromString(body, 'text/html').body.textContent?.replace(/\s+/g, ' ') ?? '';
}

test('changes that take trips away say how many fewer, and those that ask for more say how many more', () => {
  expect(said(1_200)).toMatch(/每年少跑\s*1,200 次/);
  expect(said(-1_200)).toMatch(/每年多跑\s*1,200 次/);
});
