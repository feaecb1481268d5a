import { rmSync } from 'node:fs';
import { filesBelow } from './files-below.ts';

/** What packages bring along for other platforms, for browsers, for compilers and for their own authors. */
const unneeded: readonly RegExp[] = [
  /\.(?:map|d\.[cm]?ts)$/,
  // Headers, for whoever compiles an addon.
  /\/node-linux-[^/]+\/(?:include|share)\//,
  // The source of SQLite, and the addon for other platforms.
  /\/better-sqlite3\/(?:deps|src)\//,
  new RegExp(`/better-sqlite3/prebuilds/(?!${process.platform}(?:musl)?-${process.arch}\\.node$)`),
  // The server imports the modules of dist/esm.
  /\/excelts\/dist\/(?:browser|cjs|iife|types)\//,
  // One weight is drawn (platform/typesetting/fonts.ts).
  /\/@embedpdf\/fonts-sc\/fonts\/NotoSansHans-(?!Regular\.otf$)/,
  /\/pdfmake\/build\//,
  /\/pdfkit\/(?:\.yarn\/|js\/pdfkit\.(?:standalone|es)\.js$)/,
];

/** Removes them below a node_modules folder; licences and notices stay. The store that pnpm links from keeps its own copies. */
export function removeUnneededFiles(nodeModules: string): void {
  for (const file of filesBelow(nodeModules)) if (unneeded.some((pattern) => pattern.test(file))) rmSync(file);
}
