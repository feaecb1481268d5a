import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface HttpMetrics {
  readonly registry: Registry;
  /** Ends the measurement of one request. */
  observe(labels: { method: string; route: string; status: number }, seconds: number): void;
  countPublicHit(status: number): void;
}

export function createMetrics(): HttpMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'yitang_http_request_seconds',
    help: 'Time to answer a request of the API',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const hits = new Counter({
    name: 'yitang_public_cache_hits_total',
    help: 'Answers of the public catalog given from memory',
    labelNames: ['status'] as const,
    registers,
  });
  return {
    registry,
    observe: ({ method, route, status }, time) => seconds.observe({ method, route, status: String(status) }, time),
    countPublicHit: (status) => hits.inc({ status: String(status) }),
  };
}

/** Registers a figure that is read when somebody asks for it. */
export function gauge(registry: Registry, figure: { name: string; help: string; read: () => number }): void {
  new Gauge({
    name: figure.name,
    help: figure.help,
    registers: [registry],
    collect() {
      this.set(figure.read());
    },
  });
}
