import type { MatterContent } from '../catalog/index.ts';
import type { RuleId } from '../vocabulary/index.ts';
import { addressRules } from './address-rules.ts';
import { audienceRules } from './audience-rules.ts';
import { basisRules } from './basis-rules.ts';
import { conditionRules } from './condition-rules.ts';
import { contactRules } from './contact-rules.ts';
import { directoryRules } from './directory-rules.ts';
import { feeRules } from './fee-rules.ts';
import { fieldRules } from './field-rules.ts';
import { limitRules } from './limit-rules.ts';
import { materialRules } from './material-rules.ts';
import { resultRules } from './result-rules.ts';
import type { RuleContext } from './rule-context.ts';
import type { Breach, Rule } from './rule.ts';
import { serviceRules } from './service-rules.ts';
import { visitRules } from './visit-rules.ts';

/** Every rule that looks at the contents of one matter; `still-needed` looks at the matters that are left. */
export const rules: readonly Rule[] = [
  ...fieldRules,
  ...limitRules,
  ...visitRules,
  ...resultRules,
  ...feeRules,
  ...contactRules,
  ...audienceRules,
  ...materialRules,
  ...basisRules,
  ...conditionRules,
  ...directoryRules,
  ...serviceRules,
  ...addressRules,
];

/** Every rule that a matter breaks; what blocks publication comes first. */
export function checkContent(content: MatterContent, context: RuleContext): readonly Breach[] {
  const breaches = rules.flatMap(({ id, severity, find }) =>
    find(content, context).map((finding): Breach => ({ rule: id, severity, ...finding })),
  );
  return [...breaches.filter(isBlocking), ...breaches.filter((breach) => !isBlocking(breach))];
}

export const isBlocking = ({ severity }: Pick<Breach, 'severity'>): boolean => severity === 'blocks';

/** A matter is not retired while others ask for its result. */
export function checkRetirement(code: string, remaining: readonly MatterContent[]): readonly Breach[] {
  const rule: RuleId = 'still-needed';
  return remaining
    .filter(({ guide }) => guide.materials.some(({ issuedByMatter }) => issuedByMatter === code))
    .map(({ summary }) => ({ rule, severity: 'blocks', path: 'summary.name', params: { matter: summary.name } }));
}
