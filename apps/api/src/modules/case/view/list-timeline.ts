import type { OfficeCaseData } from '@yitang/contract';
import { instantOf, type Em } from '../../../database/index.ts';
import { eventWords } from './case-words.ts';

type Line = OfficeCaseData['timeline'][number];

interface Row {
  type: string;
  at: unknown;
  actor_label: string;
  details: string;
}

interface Details {
  readonly kind?: string;
  readonly note?: string | null;
  readonly reason?: string | null;
  readonly basis?: string | null;
  readonly message?: string | null;
  readonly secondRoundReason?: string | null;
  readonly ground?: string | null;
  readonly expectedOn?: string | null;
  readonly items?: readonly { readonly reason: string }[];
}

/** Everything that happened to a case, in order, with who did it and what they said. */
export async function listTimeline(em: Em, caseId: string): Promise<Line[]> {
  const rows = await em.execute<Row[]>(
    'select type, at, actor_label, details from case_events where case_id = ? order by seq',
    [caseId],
  );
  return rows.map(({ type, at, actor_label, details }) => {
    const said = JSON.parse(details) as Details;
    return {
      at: instantOf(at).toISOString(),
      what: eventWords[`${type}.${said.kind ?? ''}`] ?? eventWords[type] ?? { zh: type },
      by: actor_label,
      note: noteOf(said),
    };
  });
}

function noteOf({
  note,
  reason,
  basis,
  message,
  secondRoundReason,
  ground,
  expectedOn,
  items,
}: Details): string | null {
  const parts = [
    note,
    reason,
    ground,
    basis && `依据：${basis}`,
    ...(items ?? []).map((item) => item.reason),
    message,
    secondRoundReason && `再次补正的原因：${secondRoundReason}`,
    expectedOn && `预计结束：${expectedOn}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? null : parts.join('\n');
}
