import { openLentFile, type LentFile } from '../../../platform/encrypted-file/index.ts';
import { serveTasks } from '../../../platform/workers/index.ts';
import { inspectUpload, type UploadClaim } from './inspect-upload.ts';
import type { Inspection } from './inspection.ts';

export interface InspectionTask {
  readonly lent: LentFile;
  readonly claim: UploadClaim;
}

serveTasks<InspectionTask, Inspection>(async ({ lent, claim }) => {
  const file = openLentFile(lent);
  try {
    return { answer: await inspectUpload(file, claim) };
  } finally {
    file.close();
  }
});
