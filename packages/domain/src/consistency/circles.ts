interface Visit {
  readonly node: string;
  readonly next: readonly string[];
  at: number;
}

/**
 * The circles of a graph: for each node that can reach itself, all nodes that reach each other with it, in the order
 * found. Strongly connected components after Tarjan, without recursion: as long as nodes and edges together.
 */
export function findCircles(edges: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const walk = new Walk(edges);
  for (const node of edges.keys()) walk.from(node);
  return walk.circles;
}

class Walk {
  readonly circles = new Map<string, readonly string[]>();
  readonly #edges: ReadonlyMap<string, readonly string[]>;
  readonly #index = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();

  constructor(edges: ReadonlyMap<string, readonly string[]>) {
    this.#edges = edges;
  }

  from(start: string): void {
    if (this.#index.has(start)) return;
    const visits: Visit[] = [this.#enter(start)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = visit.next[visit.at];
      visit.at += 1;
      if (next === undefined) {
        visits.pop();
        this.#leave(visit.node, visits.at(-1)?.node);
      } else if (!this.#index.has(next)) visits.push(this.#enter(next));
      else if (this.#isOpen.has(next)) this.#lower(visit.node, this.#index.get(next) ?? 0);
    }
  }

  #enter(node: string): Visit {
    this.#low.set(node, this.#index.size);
    this.#index.set(node, this.#index.size);
    this.#open.push(node);
    this.#isOpen.add(node);
    return { node, next: this.#edges.get(node) ?? [], at: 0 };
  }

  #leave(node: string, parent: string | undefined): void {
    const low = this.#low.get(node) ?? 0;
    if (parent !== undefined) this.#lower(parent, low);
    if (low !== this.#index.get(node)) return;
    const members = this.#open.splice(this.#open.lastIndexOf(node));
    for (const member of members) this.#isOpen.delete(member);
    const isCircle = members.length > 1 || this.#edges.get(node)?.includes(node) === true;
    if (isCircle) for (const member of members) this.circles.set(member, members);
  }

  #lower(node: string, low: number): void {
    this.#low.set(node, Math.min(this.#low.get(node) ?? low, low));
  }
}
