import { homePage } from './home-page.ts';
import type { Measure } from './measure.ts';
import { startAndSize } from './start-and-size.ts';

/** All that `npm run bench` measures, in this order. Whoever adds a measure adds it here. */
export const measures: readonly Measure[] = [...startAndSize, homePage];
