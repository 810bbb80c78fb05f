/**
 * CPU of server and generator over a stretch of work. Shares are of the time of sending; a delivery's cost also counts what the server
 * still did until everything had arrived.
 */
export class Meter {
  #server;
  #started = performance.now();
  #cpuStarted;
  #ownStarted = process.cpuUsage();
  #sending = null;

  constructor(server) {
    this.#server = server;
    this.#cpuStarted = server.cpuUs();
  }

  stopSending() {
    const { user, system } = process.cpuUsage(this.#ownStarted);
    const ms = performance.now() - this.#started;
    this.#sending = {
      serverCpuPercent: (this.#server.cpuUs() - this.#cpuStarted) / ms / 10,
      generatorCpuPercent: (user + system) / ms / 10,
      rssMb: this.#server.rssMb(),
    };
  }

  result(deliveries) {
    const cpuUs = this.#server.cpuUs() - this.#cpuStarted;
    return { ...this.#sending, usPerDelivery: deliveries > 0 ? cpuUs / deliveries : null };
  }
}
