import { serveTasks } from '../../../platform/workers/index.ts';
import { inspectUpload, type UploadClaim } from './inspect-upload.ts';
import type { Inspection } from './inspection.ts';

export interface InspectionTask {
  readonly file: ArrayBuffer;
  readonly claim: UploadClaim;
}
export interface InspectionAnswer {
  /** The same memory, given back. */
  readonly file: ArrayBuffer;
  readonly inspection: Inspection;
}

serveTasks<InspectionTask, InspectionAnswer>(async ({ file, claim }) => {
  const inspection = await inspectUpload(Buffer.from(file), claim);
  return { answer: { file, inspection }, transfer: [file] };
});
