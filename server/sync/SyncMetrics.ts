/** What the rooms count, for whoever shows it. Numbers only: no board, no person. */
export interface SyncMetrics {
  /** Frames judged, by verdict. */
  judged(verdict: 'nothing' | 'gap' | 'accepted' | 'forbidden' | 'violation' | 'broken'): void;
  /** Elements whose change was taken back. */
  refused(elements: number): void;
  /** Sockets closed by the server, by code (0: a peer that showed no sign of life). */
  closed(code: number): void;
}

export const NO_METRICS: SyncMetrics = { judged() {}, refused() {}, closed() {} };
