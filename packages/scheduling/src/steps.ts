/** Work cut into short steps, so that whoever has it done can look up in between: each `next()` does one. */
export type Steps<T = void> = Generator<void, T>;

/** Does all that is left. */
export function takeSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
