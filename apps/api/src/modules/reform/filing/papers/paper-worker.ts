import { workerData } from 'node:worker_threads';
import type { FilingSnapshot } from '@yitang/domain/filing';
import { createTypeCase, RareCharacters, type FontFace } from '../../../../platform/typesetting/index.ts';
import { serveTasks } from '../../../../platform/workers/index.ts';
import { listPapers } from './list-papers.ts';
import { makePaper } from './make-paper.ts';

export interface PaperTask {
  /** The text of the snapshot; left out where the worker has it from the task before. */
  readonly text?: string;
  readonly digest: string;
  readonly path: string;
}
export type PaperAnswer =
  | { readonly file: ArrayBuffer }
  | { readonly rare: readonly string[] }
  /** The worker is a new one, and has no snapshot of that digest. */
  | { readonly needs: 'text' };

const { fonts } = workerData as { readonly fonts: readonly FontFace[] };
const typeCase = createTypeCase(fonts);
let held: { readonly digest: string; readonly snapshot: FilingSnapshot } | undefined;

serveTasks<PaperTask, PaperAnswer>(async ({ text, digest, path }) => {
  if (text !== undefined) held = { digest, snapshot: JSON.parse(text) as FilingSnapshot };
  if (held?.digest !== digest) return { answer: { needs: 'text' } };
  const { snapshot } = held;
  const paper = listPapers(snapshot).find((each) => each.path === path);
  if (paper === undefined) throw new RangeError(`the package has no paper ${path}`);
  try {
    const made = await makePaper(paper, { snapshot, digest, typeCase });
    const file = new Uint8Array(made).buffer;
    return { answer: { file }, transfer: [file] };
  } catch (error) {
    if (error instanceof RareCharacters) return { answer: { rare: error.characters } };
    throw error;
  }
});
