import type { AcceptanceKind, CivilDate, ResultDelivery } from '../vocabulary/index.ts';
import type { CorrectionItem } from './case-facts.ts';

/** In which capacity something was done to a case. */
export interface EventActor {
  readonly kind: 'applicant' | 'staff' | 'system';
  readonly personId: string | null;
  /** The post that acted; null for applicant and system. */
  readonly post: string | null;
}

type Kind<Type extends string, Details> = {
  readonly type: Type;
  readonly at: Date;
  readonly by: EventActor;
} & Details;

interface Grounds {
  readonly reason: string;
  /** The rule that it rests on. */
  readonly basis: string;
}

interface Extension extends Grounds {
  /** Working days. */
  readonly days: number;
  /** Which 特别程序 of the guide it is; null where the guide names none. */
  readonly procedure: string | null;
}

/** What happened to a case, appended and never edited; statistics are folded from these. */
export type CaseEvent =
  | Kind<'submitted', { readonly owedMaterials: readonly string[] }>
  | Kind<'accepted', { readonly kind: AcceptanceKind; readonly on: CivilDate; readonly note: string | null }>
  | Kind<
      'correction-requested',
      {
        readonly round: number;
        readonly items: readonly CorrectionItem[];
        readonly message: string | null;
        /** Why it was not asked at first; null in the first round. */
        readonly secondRoundReason: string | null;
      }
    >
  | Kind<'correction-supplied', { readonly round: number }>
  | Kind<'correction-expired', { readonly round: number }>
  | Kind<'passed', { readonly fromStage: string; readonly toStage: string; readonly note: string | null }>
  | Kind<'suspended', { readonly ground: string; readonly basis: string; readonly expectedOn: CivilDate }>
  | Kind<'resumed', { readonly note: string | null }>
  | Kind<'extension-requested', Extension>
  | Kind<
      'extended',
      Extension & {
        /** Last day of the promise before and after; null while a year of the calendar is unpublished. */
        readonly from: CivilDate | null;
        readonly until: CivilDate | null;
        readonly note: string | null;
      }
    >
  | Kind<'extension-declined', { readonly reason: string }>
  | Kind<'extension-lapsed', { readonly days: number }>
  | Kind<'approved', { readonly note: string | null }>
  | Kind<'declined', Grounds>
  | Kind<'refused', Grounds>
  | Kind<'withdrawn', { readonly reason: string | null }>
  | Kind<'delivered', { readonly delivery: ResultDelivery }>
  | Kind<'voided', { readonly reason: string }>
  | Kind<'removed', { readonly reason: string }>;

export type CaseEventType = CaseEvent['type'];

export const caseEventTypes = [
  'submitted',
  'accepted',
  'correction-requested',
  'correction-supplied',
  'correction-expired',
  'passed',
  'suspended',
  'resumed',
  'extension-requested',
  'extended',
  'extension-declined',
  'extension-lapsed',
  'approved',
  'declined',
  'refused',
  'withdrawn',
  'delivered',
  'voided',
  'removed',
] as const satisfies readonly CaseEventType[];
