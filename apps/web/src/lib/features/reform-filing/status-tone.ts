import type { FilingRowData } from '@yitang/contract';

type Tone = 'neutral' | 'brand' | 'info' | 'warn' | 'urgent';

/** The word beside it says the same. */
export const statusTone: Readonly<Record<FilingRowData['status'], Tone>> = {
  assembling: 'info',
  failed: 'urgent',
  cancelled: 'neutral',
  draft: 'warn',
  frozen: 'brand',
  sent: 'info',
  filed: 'brand',
  returned: 'urgent',
};
