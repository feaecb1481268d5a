import type { MarkedSheet, PlainSheet } from '@yitang/domain/list-import';
import { serviceKey } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { sheetLimits, type SheetFault } from '../../../platform/table-file/index.ts';
import { createWorkerPool, WorkerBusy, WorkerTimeout } from '../../../platform/workers/index.ts';
import type { SheetAnswer, SheetTask } from './sheet-worker.ts';

/** Reads and writes spreadsheets in a thread of its own, so that a large file delays no request. */
export interface SheetDesk {
  /** @throws ProblemError `import.unreadable` with the reason in a sentence, `service.unavailable` */
  read(bytes: Uint8Array): Promise<readonly PlainSheet[]>;
  /** @throws ProblemError `service.unavailable` */
  write(sheets: readonly MarkedSheet[]): Promise<Buffer>;
  close(): Promise<void>;
}

export const sheetDeskKey = serviceKey<SheetDesk>('catalog.sheet-desk');

export function createSheetDesk(): SheetDesk {
  const pool = createWorkerPool<SheetTask, SheetAnswer>({
    file: new URL('./sheet-worker.ts', import.meta.url),
    maxWaiting: 10,
    taskMs: 30_000,
    idleMs: 30_000,
    maxMebibytes: 512,
  });
  const ask = (task: SheetTask): Promise<SheetAnswer> =>
    pool.run(task).catch((cause: unknown) => {
      if (cause instanceof WorkerBusy) throw problem('service.unavailable', { cause, retryAfter: 5 });
      // Made to take long, or to fill the memory: the thread has ended, the server goes on.
      if (cause instanceof WorkerTimeout || isOutOfMemory(cause))
        throw problem('import.unreadable', { cause, detail: sentences['too-much-text'] });
      throw cause;
    });
  return {
    read: async (bytes) => {
      const answer = await ask({ read: bytes });
      if ('fault' in answer) throw problem('import.unreadable', { detail: sentenceOf(answer.fault) });
      if ('sheets' in answer) return answer.sheets;
      throw new TypeError('the sheet worker gave another answer');
    },
    write: async (sheets) => {
      const answer = await ask({ write: sheets });
      if ('file' in answer) return Buffer.from(answer.file);
      throw new TypeError('the sheet worker gave another answer');
    },
    close: () => pool.close(),
  };
}

const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';

const { rows, cellLength, sheets } = sheetLimits;

const sentences: Readonly<Record<Exclude<SheetFault['kind'], 'cell-too-long'>, string>> = {
  locked: '文件设有打开密码。请在 Excel 中取消密码，另存后再上传。',
  'old-format': '这是旧版 .xls 文件。请在 Excel 中另存为 .xlsx 后再上传。',
  unreadable: '文件不是电子表格，或已损坏。请上传 .xlsx 文件，或 UTF-8、GB18030 编码的 .csv 文件。',
  'too-many-rows': `文件超过 ${rows} 行。请删除多余的行（包括只有格式的空行），或拆成几个文件。`,
  'too-many-sheets': `文件超过 ${sheets} 个工作表，请拆成几个文件。`,
  'too-much-text': '文件内容过多，无法一次读取。请删除图片、多余的格式和工作表，或拆成几个文件。',
};

function sentenceOf(fault: SheetFault): string {
  if (fault.kind !== 'cell-too-long') return sentences[fault.kind];
  const { sheet, row, column } = fault;
  return `“${sheet}”第 ${row} 行第 ${column + 1} 列超过 ${cellLength} 个字，请缩短后再上传。`;
}
