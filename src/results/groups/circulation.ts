/** Carries a whole amount between its bounds. */
export interface Edge {
  from: string;
  to: string;
  min: number;
  max: number;
  flow: number;
}

/**
 * Amounts that flow in circles through bounded edges, and how far one of them could be another. As all bounds
 * are whole, so are the extremes, and every amount between them is possible too (integrality of network flows).
 */
export class Circulation {
  private readonly edges: Edge[] = [];
  private readonly byNode = new Map<string, Edge[]>();

  /** @param flow what flows now; within the bounds, and balanced at every node once all edges are there */
  add(from: string, to: string, [min, max]: readonly [number, number], flow: number): Edge {
    const edge = { from, to, min, max, flow };
    this.edges.push(edge);
    for (const node of [from, to]) {
      const known = this.byNode.get(node);
      if (known) known.push(edge);
      else this.byNode.set(node, [edge]);
    }
    return edge;
  }

  /** Whether this amount could flow through an edge with all bounds kept; everything flows as before afterwards. */
  reaches(edge: Edge, amount: number): boolean {
    if (amount < edge.min || amount > edge.max) return false;
    const before = this.edges.map(({ flow }) => flow);
    while (edge.flow !== amount && this.push(edge, Math.sign(amount - edge.flow)));
    const isReached = edge.flow === amount;
    this.edges.forEach((each, index) => (each.flow = before[index] ?? 0));
    return isReached;
  }

  /** Moves one more (+1) or one less (−1) through an edge and back along other edges, if there is a way. */
  private push(edge: Edge, step: number): boolean {
    const [start, end] = step > 0 ? [edge.to, edge.from] : [edge.from, edge.to];
    const cameBy = new Map<string, { edge: Edge; step: number; node: string }>();
    const queue = [start];
    for (let node = queue.shift(); node !== undefined && !cameBy.has(end); node = queue.shift()) {
      for (const next of this.byNode.get(node) ?? []) {
        if (next === edge) continue;
        const isForward = next.from === node;
        const neighbour = isForward ? next.to : next.from;
        if (neighbour === start || cameBy.has(neighbour)) continue;
        if (isForward ? next.flow >= next.max : next.flow <= next.min) continue;
        cameBy.set(neighbour, { edge: next, step: isForward ? 1 : -1, node });
        queue.push(neighbour);
      }
    }
    if (!cameBy.has(end)) return false;
    for (let node = end; node !== start;) {
      const way = cameBy.get(node);
      if (!way) return false;
      way.edge.flow += way.step;
      node = way.node;
    }
    edge.flow += step;
    return true;
  }
}
