import type { RouteDefinition, Stage, StagePower } from './route-definition.ts';

export const routeFaultCodes = [
  'route.repeated-key',
  'route.no-task',
  'route.parallel-not-run',
  'route.no-limit',
  'route.nobody-accepts',
  'route.nobody-passes',
  'route.nobody-decides',
  'route.misplaced-power',
  'route.limits-exceed-promise',
] as const;
export type RouteFaultCode = (typeof routeFaultCodes)[number];

export interface RouteFault {
  readonly code: RouteFaultCode;
  /** Key of the stage; absent where it concerns the whole. */
  readonly stage?: string | undefined;
}

/**
 * What would leave a case stuck, or break its promise: asked before a route is published.
 * @param promisedDays of the matter; null where it promises nothing
 */
export function findRouteFaults({ stages }: RouteDefinition, promisedDays: number | null): readonly RouteFault[] {
  const total = stages.reduce((sum, { limitDays }) => sum + limitDays, 0);
  const exceeds = promisedDays !== null && total > promisedDays;
  return [
    ...repeated(stages.map(({ key }) => key)).map((stage): RouteFault => ({ code: 'route.repeated-key', stage })),
    ...stages.flatMap((stage, index) => faultsOf(stage, index === 0, index === stages.length - 1)),
    ...(exceeds ? [{ code: 'route.limits-exceed-promise' as const }] : []),
  ];
}

function faultsOf(found: Stage, isFirst: boolean, isLast: boolean): readonly RouteFault[] {
  const { key: stage, tasks, join, limitDays } = found;
  if (tasks.length === 0) return [{ code: 'route.no-task', stage }];
  const codes: RouteFaultCode[] = [];
  // A case is handed from one post to the next: several at one stage, however they join, would wait for the first alone.
  if (tasks.length > 1 || join !== 'all') codes.push('route.parallel-not-run');
  if (limitDays === 0) codes.push('route.no-limit');
  const powers = new Set<StagePower>(tasks.flatMap(({ may }) => may));
  return [...codes, ...powerFaults(powers, isFirst, isLast)].map((code) => ({ code, stage }));
}

function powerFaults(powers: ReadonlySet<StagePower>, isFirst: boolean, isLast: boolean): readonly RouteFaultCode[] {
  const codes: RouteFaultCode[] = [];
  if (isFirst && !powers.has('accept')) codes.push('route.nobody-accepts');
  if (!isLast && !powers.has('pass')) codes.push('route.nobody-passes');
  if (isLast && !powers.has('decide')) codes.push('route.nobody-decides');
  const isMisplaced = (!isFirst && (powers.has('accept') || powers.has('refuse'))) || (!isLast && powers.has('decide'));
  return isMisplaced ? [...codes, 'route.misplaced-power'] : codes;
}

function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
