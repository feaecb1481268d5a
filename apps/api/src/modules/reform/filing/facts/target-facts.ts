import type { FiledTarget } from '@yitang/domain/filing';
import type { Call } from '../../../../platform/endpoint/index.ts';

/** The targets of the programme as they stood on a day. */
export function targetFacts(_call: Call, _asOf: string): Promise<FiledTarget[]> {
  return Promise.resolve([]);
}
