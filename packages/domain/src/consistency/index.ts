export { addressesOf } from './address-rules.ts';
export { checkContent, checkRetirement, isBlocking, rules } from './check-content.ts';
export { makeRuleContext, neededMatters, type PostStanding, type RuleContext, type RuleFacts } from './rule-context.ts';
export type { Breach, BreachParams, Finding, Rule } from './rule.ts';
export { postsOfRoute } from './service-rules.ts';
