import type { Em } from '../../../apps/api/src/database/index.ts';
import {
  demoMatters,
  demoUnits,
  getDemoGuide,
  type DemoMatter,
} from '../../../apps/api/src/database/seeds/demo/index.ts';
import { publishMatters } from '../../../apps/api/src/modules/catalog/index.ts';
import type { Deps } from '../../../apps/api/src/platform/endpoint/index.ts';

interface Variant {
  readonly of: DemoMatter;
  readonly code: string;
  readonly name: string;
}

/** Whom else a matter of a large university is for. */
const groups = ['本科生', '研究生', '留学生', '继续教育学员', '交换生', '博士后'];

/** Matters beyond those of the demo, each a matter of it for one college or one group of people. */
export function* variants(count: number): Generator<Variant> {
  const words = [...demoUnits.map(({ shortName }) => shortName), ...groups];
  for (let made = 0; made < count; made += 1) {
    const [turn, position] = [Math.floor(made / demoMatters.length), made % demoMatters.length];
    const of = demoMatters[position]!;
    const word = words[(position + turn) % words.length]!;
    yield { of, code: `${of.code}-${turn + 1}`, name: `${of.name}（${word}）` };
  }
}

/** Fills the catalog up to `total` matters: names, keywords and guides as long as those of the demo. */
export async function publishUpTo(deps: Deps, total: number): Promise<void> {
  const em = deps.orm.em.fork() as Em;
  const rows = await em.execute<{ id: string; code: string }[]>('select id, code from departments');
  const departments = new Map(rows.map(({ id, code }) => [code, id]));
  const [found] = await em.execute<{ known: number }[]>('select count(*) as known from matters');
  const missing = total - Number(found?.known);
  const news = [...variants(missing)].map(({ of, code, name }) => {
    const { departmentCode, category, audiences, lifeEvents, channels, keywords } = of;
    const departmentId = departments.get(departmentCode)!;
    return {
      summary: { code, name, departmentId, category, audiences, lifeEvents, channels, keywords },
      guide: { ...getDemoGuide(of.code), isOnline: false },
      preconditions: [],
      form: null,
      route: null,
      layout: null,
    };
  });
  const at = new Date(deps.clock.now().getTime() - 86_400_000);
  const batch = { title: '更多事项（演示数据）', effectiveFrom: at.toISOString().slice(0, 10), at };
  await em.transactional((tx) => publishMatters(tx, batch, news));
}
