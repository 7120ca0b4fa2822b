/** Repeats a pass until there is nothing left to do, once at a time, and again when it is woken meanwhile. */
export class DeliveryLoop {
  #running: Promise<void> | undefined;
  #isWokenAgain = false;
  #isStopped = false;

  constructor(
    /** Delivers what is due; gives back how many rows that were. */
    private readonly pass: () => Promise<number>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Resolves when nothing is due any more. */
  wake(): Promise<void> {
    if (this.#isStopped) return this.#running ?? Promise.resolve();
    this.#isWokenAgain = true;
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Resolves when the pass under way is over; no other follows. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#isWokenAgain && !this.#isStopped) {
        this.#isWokenAgain = false;
        if ((await this.pass()) > 0) this.#isWokenAgain = true;
      }
    } catch (error) {
      this.#isWokenAgain = false;
      this.onError(error);
    }
  }
}
