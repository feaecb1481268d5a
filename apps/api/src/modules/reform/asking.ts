import type { Call } from '../../platform/endpoint/index.ts';

/** What a question needs of a call: also a command has it with the `em` of its transaction, and a job. */
export type Asking = Pick<Call, 'deps' | 'em' | 'now'>;
