import {
  readSheets,
  writeSheets,
  type Sheet,
  type SheetFault,
  type WrittenSheet,
} from '../../../platform/table-file/index.ts';
import { serveTasks } from '../../../platform/workers/index.ts';

export type SheetTask = { readonly read: Uint8Array } | { readonly write: readonly WrittenSheet[] };
export type SheetAnswer = { readonly sheets: Sheet[] } | { readonly fault: SheetFault } | { readonly file: Uint8Array };

serveTasks<SheetTask, SheetAnswer>(async (task) => ({
  answer: 'read' in task ? await readSheets(task.read) : { file: await writeSheets(task.write) },
}));
