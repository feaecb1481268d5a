import { globSync, readFileSync, statSync } from 'node:fs';
import { fromRoot, root } from '../../scripts/lib/paths.ts';

export interface SourceFile {
  /** From the checkout's folder. */
  path: string;
  text: string;
}

/** Files of the checkout that match, tests and installed packages left out unless asked for. */
export function sourceFiles(patterns: readonly string[], options: { withTests?: boolean } = {}): SourceFile[] {
  const isWanted = (path: string) =>
    !/(^|\/)(node_modules|build|\.svelte-kit)\//.test(path) &&
    (options.withTests === true || !/\.test\.ts$/.test(path)) &&
    statSync(fromRoot(path)).isFile();
  const paths = globSync([...patterns], { cwd: root })
    .filter(isWanted)
    .sort();
  return paths.map((path) => ({ path, text: readFileSync(fromRoot(path), 'utf8') }));
}

/** The same text with comments blanked out, line breaks kept. Good enough for finding words in code. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, (comment, before: string) => before + blank(comment.slice(before.length)));
}

/** `path:line` of each match. */
export function find(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return [...code.matchAll(new RegExp(pattern, `g${pattern.flags.replace('g', '')}`))].map((match) => {
      const line = code.slice(0, match.index).split('\n').length;
      return `${path}:${line} ${match[0]}`;
    });
  });
}
