import { hash as digest } from 'node:crypto';
import type { CaseEvent, EventActor } from '@yitang/domain/case';
import { newId } from '../../../platform/ids/index.ts';
import type { Counted } from '../counter/counted-on.ts';

/** The end of a case's chain; a new case begins at `firstLink`. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const firstLink: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** What belongs to the story of a case and changes nothing that a rule reads. */
export interface SideEvent {
  readonly type: 'visited' | 'certificate-issued' | 'certificate-blocked' | 'certificate-revoked';
  readonly at: Date;
  readonly by: EventActor;
  readonly note?: string | undefined;
}
export type RecordedEvent = CaseEvent | SideEvent;

export interface EventEntry {
  readonly event: RecordedEvent;
  /** Who acted, in words. */
  readonly label: string;
  /** null: statistics don't count it. */
  readonly counted: Counted | null;
}

/** A row of `case_events`, by column. */
export interface EventRow {
  readonly id: string;
  readonly case_id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_post: string | null;
  readonly actor_label: string;
  readonly counted_on: string | null;
  readonly recorded_on: string | null;
  readonly details: string;
  readonly details_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly pending: 1 | null;
}

/** Rows that continue the chain of a case, in the order of the entries. */
export function chainEvents(caseId: string, entries: readonly EventEntry[], head: ChainHead = firstLink): EventRow[] {
  const rows: EventRow[] = [];
  let { seq, hash } = head;
  for (const { event, label, counted } of entries) {
    const { type, at, by, ...details } = event;
    const text = JSON.stringify(details);
    seq += 1;
    const unsigned = {
      id: newId(),
      case_id: caseId,
      seq,
      type,
      at,
      actor_kind: by.kind,
      actor_id: by.personId,
      actor_post: by.post,
      actor_label: label,
      counted_on: counted?.on ?? null,
      details: text,
      details_hash: sha256(text),
      previous_hash: hash,
    };
    hash = eventHash(unsigned);
    const recordedOn = counted?.recordedOn ?? null;
    rows.push({ ...unsigned, recorded_on: recordedOn, hash, pending: counted === null ? null : 1 });
  }
  return rows;
}

/** Of the details only their hash is chained, so that words can be taken out by law and the chain still holds. */
export function eventHash(row: Omit<EventRow, 'hash' | 'details' | 'recorded_on' | 'pending'>): string {
  return sha256(
    JSON.stringify([
      row.id,
      row.case_id,
      row.seq,
      row.type,
      row.at.getTime(),
      row.actor_kind,
      row.actor_id,
      row.actor_post,
      row.actor_label,
      row.counted_on,
      row.details_hash,
      row.previous_hash,
    ]),
  );
}

export const sha256 = (text: string): string => digest('sha256', text);
