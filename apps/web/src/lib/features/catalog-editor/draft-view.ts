import type { DraftRowData } from '@yitang/contract';

type Status = DraftRowData['status'];

/** The list of drafts as the address has it. */
export interface DraftView {
  readonly q: string;
  readonly status?: Status | undefined;
  readonly department?: string | undefined;
  readonly after?: string | undefined;
}

const toneOf: Readonly<Record<Status, 'neutral' | 'brand' | 'info' | 'warn'>> = {
  editing: 'neutral',
  'department-check': 'warn',
  'legal-review': 'warn',
  'reform-review': 'warn',
  ready: 'info',
  scheduled: 'info',
  published: 'brand',
  abandoned: 'neutral',
};
export const draftStatuses = Object.keys(toneOf) as readonly Status[];
export const statusTone = (status: Status) => toneOf[status];

export function readDraftView(search: URLSearchParams): DraftView {
  return {
    q: search.get('q')?.trim() ?? '',
    status: draftStatuses.find((status) => status === search.get('status')),
    department: search.get('department') || undefined,
    after: search.get('after') ?? undefined,
  };
}

export function draftsHref({ q, status, department, after }: DraftView): string {
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (status) search.set('status', status);
  if (department) search.set('department', department);
  if (after) search.set('after', after);
  return search.size === 0 ? '/console' : `/console?${search.toString()}`;
}

export const isFiltered = ({ q, status, department }: DraftView): boolean =>
  q !== '' || status !== undefined || department !== undefined;
