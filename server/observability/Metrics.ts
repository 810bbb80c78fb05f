/**
 * What `/metrics` shows, in a registry of this server's own: two servers in one process count apart. Numbers only: no board, no person.
 */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Storage } from '../storage/Storage.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #commits: Histogram<'outcome'>;
  readonly #loopDelay: IntervalHistogram = monitorEventLoopDelay({ resolution: 10 });

  constructor() {
    const registers = [this.registry];
    this.#requests = new Histogram({
      name: 'pelemele_http_request_seconds',
      help: 'Duration of HTTP requests by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.#commits = new Histogram({
      name: 'pelemele_storage_commit_seconds',
      help: 'Time until a commit is on disk, or has failed',
      labelNames: ['outcome'],
      buckets: SECONDS,
      registers,
    });
    this.#loopDelay.enable();
    this.gauge('pelemele_event_loop_delay_p99_seconds', 'Event loop delay since the last reading', () => {
      const seconds = this.#loopDelay.percentile(99) / 1e9;
      this.#loopDelay.reset();
      return Number.isFinite(seconds) ? seconds : 0;
    });
    this.gauge('pelemele_resident_memory_bytes', 'Memory of the process', () => process.memoryUsage.rss());
    this.gauge('pelemele_heap_used_bytes', 'Used JavaScript heap', () => process.memoryUsage().heapUsed);
    this.gauge('pelemele_uptime_seconds', 'Age of the process', () => process.uptime());
  }

  /** Adds a number that is read whenever somebody asks. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** Adds a number that only grows; the returned function adds to it. */
  counter(name: string, help: string): (by?: number) => void {
    const counter = new Counter({ name, help, registers: [this.registry] });
    return (by = 1) => counter.inc(by);
  }

  /** Notes one answered request; `route` is its pattern, never its path. */
  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** The same storage, its commits timed. */
  measure(storage: Storage): Storage {
    const timed: Storage['commit'] = async (batch) => {
      const started = performance.now();
      const observe = (outcome: string) => this.#commits.observe({ outcome }, (performance.now() - started) / 1000);
      try {
        await storage.commit(batch);
        observe('saved');
      } catch (error) {
        observe((error as { code?: string }).code ?? 'failed');
        throw error;
      }
    };
    return new Proxy(storage, {
      get(target, name) {
        if (name === 'commit') return timed;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  close(): void {
    this.#loopDelay.disable();
    this.registry.clear();
  }
}
