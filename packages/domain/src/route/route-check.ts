import type { RouteDefinition, Stage, StagePower } from './route-definition.ts';

export const routeFaultCodes = [
  'route.repeated-key',
  'route.no-task',
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

function faultsOf({ key: stage, tasks }: Stage, isFirst: boolean, isLast: boolean): readonly RouteFault[] {
  if (tasks.length === 0) return [{ code: 'route.no-task', stage }];
  const powers = new Set<StagePower>(tasks.flatMap(({ may }) => may));
  const faults: RouteFault[] = [];
  if (isFirst && !powers.has('accept')) faults.push({ code: 'route.nobody-accepts', stage });
  if (!isLast && !powers.has('pass')) faults.push({ code: 'route.nobody-passes', stage });
  if (isLast && !powers.has('decide')) faults.push({ code: 'route.nobody-decides', stage });
  const isMisplaced = (!isFirst && (powers.has('accept') || powers.has('refuse'))) || (!isLast && powers.has('decide'));
  if (isMisplaced) faults.push({ code: 'route.misplaced-power', stage });
  return faults;
}

function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
