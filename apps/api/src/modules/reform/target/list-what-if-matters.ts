import type { WhatIfMattersData } from '@yitang/contract';
import { evaluateTarget } from '@yitang/domain/target';
import type { TargetShow } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { pageByCode, presentMatter, shownOf } from './list-target-matters.ts';
import { requireVersions } from './load-targets.ts';
import { presentOutcome } from './outcome.presenter.ts';
import { tryScenario } from './try-scenario.ts';

interface WhatIfMattersQuery {
  readonly do: readonly string[];
  readonly target: string;
  readonly show: TargetShow;
  readonly numerator?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The matters behind a number of a target as it would be after the changes, by code. @throws `record.not-found` */
export async function listWhatIfMatters(call: Call, query: WhatIfMattersQuery): Promise<WhatIfMattersData> {
  const [{ key, definition }] = await requireVersions(call.em, query.target);
  const { source, then: facts } = await tryScenario(call, { do: query.do, matter: [] });
  const result = evaluateTarget(definition, facts);
  return {
    ...pageByCode(shownOf(result, query), query, (one) => presentMatter(call, one, { facts, source })),
    target: { key, title: definition.title },
    outcome: presentOutcome(definition, result, { on: source.today, today: source.today }),
    isDemo: call.deps.config.mode !== 'production',
  };
}
