import { catalogEditor } from './catalog-editor.ts';
import { certificate } from './certificate.ts';
import { freshness } from './freshness.ts';
import { homePage } from './home-page.ts';
import { hotMatter } from './hot-matter.ts';
import { largeUniversity } from './large-university.ts';
import { listImport } from './list-import.ts';
import type { Measure } from './measure.ts';
import { publicPages } from './public-pages.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { signedInPages } from './signed-in-pages.ts';
import { submit } from './submit.ts';
import { startAndSize } from './start-and-size.ts';

/** All that `npm run bench` measures, in this order. Whoever adds a measure adds it here. */
export const measures: readonly Measure[] = [
  publicPages,
  signedInPages,
  search,
  ...submit,
  ...hotMatter,
  largeUniversity,
  ...startAndSize,
  homePage,
  certificate,
  catalogEditor,
  listImport,
  rules,
  freshness,
];
