import type { OfficeCaseData } from '@yitang/contract';
import type { CorrectionItem } from '@yitang/domain/case';
import { instantOf, type Em } from '../../../database/index.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { eventWords } from './case-words.ts';
import { itemLabel } from './correctable.ts';

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
  readonly procedure?: string | null;
  /** Working days. */
  readonly days?: number;
  readonly until?: string | null;
  readonly items?: readonly CorrectionItem[];
}

/** Everything that happened to a case, in order, with who did it and what they said. */
export async function listTimeline(em: Em, loaded: LoadedCase): Promise<Line[]> {
  const rows = await em.execute<Row[]>(
    'select type, at, actor_label, details from case_events where case_id = ? order by seq',
    [loaded.current.id],
  );
  return rows.map(({ type, at, actor_label, details }) => {
    const said = JSON.parse(details) as Details;
    return {
      at: instantOf(at).toISOString(),
      what: eventWords[`${type}.${said.kind ?? ''}`] ?? eventWords[type] ?? { zh: type },
      by: actor_label,
      note: noteOf(said, loaded),
    };
  });
}

function noteOf(said: Details, loaded: LoadedCase): string | null {
  const { note, reason, basis, message, secondRoundReason, ground, expectedOn, items } = said;
  const { procedure, days, until } = said;
  const parts = [
    note,
    procedure,
    days && `延长：${days} 个工作日`,
    reason,
    ground,
    basis && `依据：${basis}`,
    ...(items ?? []).map((item) => `${itemLabel(loaded, item).zh}：${item.reason}`),
    message,
    secondRoundReason && `再次补正的原因：${secondRoundReason}`,
    expectedOn && `预计结束：${expectedOn}`,
    until && `新的办结期限：${until}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? null : parts.join('\n');
}
