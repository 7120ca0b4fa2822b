/** One at a time: `take` waits its turn and gives the function that passes it on. */
export class Turn {
  #last: Promise<void> = Promise.resolve();

  take(): Promise<() => void> {
    let pass!: () => void;
    const mine = new Promise<void>((resolve) => (pass = resolve));
    const before = this.#last;
    this.#last = before.then(() => mine);
    return before.then(() => pass);
  }
}
