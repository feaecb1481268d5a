import type { CatalogBreachesData, consistencyEndpoints, Input, MatterBreachesData } from '@yitang/contract';
import { checkContent, type Breach } from '@yitang/domain/consistency';
import type { RuleId } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { departmentsInReach } from '../draft/draft-access.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { contentOf } from '../draft/create-draft.ts';
import { countBreaches, presentBreach } from './breach.presenter.ts';
import { ruleWords } from './rule-sentences.ts';
import { loadRuleContext, publishedContents } from './rule-facts.ts';

type Query = Input<typeof consistencyEndpoints.listBreaches>['query'];

interface Checked {
  readonly matter: PublishedMatter;
  readonly breaches: readonly Breach[];
}

/** What the published matters of a department, or of all in reach, break: counted as a whole, listed page by page. */
export async function listBreaches(call: Call, query: Query): Promise<CatalogBreachesData> {
  const reach = departmentsInReach(call);
  const context = await loadRuleContext(call, publishedContents(call));
  const inReach = call.deps.services
    .get(catalogKey)
    .current()
    .matters.filter(({ departmentId }) => reach?.includes(departmentId) ?? true)
    .map((matter): Checked => ({ matter, breaches: checkContent(contentOf(matter), context) }));
  const checked = inReach.filter(({ matter }) => (query.department ?? matter.departmentId) === matter.departmentId);
  const all = checked.flatMap(({ breaches }) => breaches);
  const wanted = checked
    .map(({ matter, breaches }) => ({ matter, breaches: breaches.filter((breach) => isWanted(breach, query)) }))
    .filter(({ matter, breaches }) => breaches.length > 0 && matter.code > (query.after ?? ''));
  const page = wanted.slice(0, query.limit);
  const last = page.at(-1);
  return {
    asOf: context.today,
    matters: checked.length,
    broken: checked.filter(({ breaches }) => breaches.length > 0).length,
    total: countBreaches(all),
    rules: countRules(checked),
    departments: countDepartments(call, inReach),
    items: await presentMatters(call, page),
    ...(wanted.length > query.limit && last !== undefined ? { next: last.matter.code } : {}),
  };
}

const isWanted = ({ rule, severity }: Breach, query: Query): boolean =>
  (query.rule ?? rule) === rule && (query.severity ?? severity) === severity;

function countRules(checked: readonly Checked[]): CatalogBreachesData['rules'] {
  const counts = new Map<RuleId, CatalogBreachesData['rules'][number]>();
  for (const { breaches } of checked) {
    const seen = new Set<RuleId>();
    for (const { rule, severity } of breaches) {
      const before = counts.get(rule) ?? { rule, severity, title: ruleWords[rule].title, matters: 0, breaches: 0 };
      const matters = before.matters + (seen.has(rule) ? 0 : 1);
      counts.set(rule, { ...before, matters, breaches: before.breaches + 1 });
      seen.add(rule);
    }
  }
  const weight = ({ severity }: { severity: string }): number => (severity === 'blocks' ? 0 : 1);
  return [...counts.values()].sort((a, b) => weight(a) - weight(b) || b.matters - a.matters);
}

function countDepartments({ deps }: Call, checked: readonly Checked[]): CatalogBreachesData['departments'] {
  const { departments } = deps.services.get(catalogKey).current();
  return departments.flatMap(({ id, name }) => {
    const own = checked.filter(({ matter }) => matter.departmentId === id);
    if (own.length === 0) return [];
    return [{ id, name, matters: own.length, ...countBreaches(own.flatMap(({ breaches }) => breaches)) }];
  });
}

async function presentMatters(call: Call, page: readonly Checked[]): Promise<MatterBreachesData[]> {
  const codes = page.map(({ matter }) => matter.code);
  const open = await call.em.find(
    MatterDraft,
    { openKey: { $in: codes } },
    { fields: ['id', 'code'], disableIdentityMap: true },
  );
  const drafts = new Map(open.map(({ code, id }) => [code, id]));
  const snapshot = call.deps.services.get(catalogKey).current();
  return page.map(({ matter, breaches }) => ({
    code: matter.code,
    name: matter.name,
    department: { id: matter.departmentId, name: snapshot.findDepartment(matter.departmentId)?.name ?? '' },
    draftId: drafts.get(matter.code) ?? null,
    breaches: breaches.map(presentBreach),
  }));
}
