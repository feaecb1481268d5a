import type { BatchRowData } from '@yitang/contract';

type Status = BatchRowData['status'];

const tones = { planned: 'neutral', scheduled: 'info', published: 'brand', withdrawn: 'warn' } as const;

export const batchTone = (status: Status): (typeof tones)[Status] => tones[status];

/** Which of its times says most of a batch. */
export function batchTime({ status, effectiveAt, publishedAt, createdAt }: BatchRowData): {
  readonly key: 'when.scheduled' | 'when.published' | 'when.planned';
  readonly time: string;
} {
  if (status === 'scheduled' && effectiveAt !== null) return { key: 'when.scheduled', time: effectiveAt };
  if (status === 'published' && publishedAt !== null) return { key: 'when.published', time: publishedAt };
  return { key: 'when.planned', time: createdAt };
}
