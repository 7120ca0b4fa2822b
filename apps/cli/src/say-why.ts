/** Ends the command with a sentence: what, why, and what may help. A refusal needs no stack. */
export function sayWhy(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(name === "Refusal" ? message : (stack ?? message));
  process.exitCode = 1;
}

/** Prints an answer for people, or as one line of JSON for programs. */
export function print(asJson: boolean | undefined, value: unknown, words: string): void {
  console.log(asJson ? JSON.stringify(value) : words);
}

/** Ends the command with this sentence and no stack. */
export function refuse(sentence: string): never {
  throw Object.assign(new Error(sentence), { name: "Refusal" });
}
