const pattern = "10000000-1000-4000-8000-100000000000";

/**
 * The browser's clock and randomness, the only place where web-kit reads them; tests put their own functions in.
 * `newKey` gives a random UUID (version 4) and works without a secure context, which `crypto.randomUUID` does not.
 */
export const browserPorts = {
  /** This moment in milliseconds since 1970. */
  // eslint-disable-next-line no-restricted-syntax -- the one place that asks the browser's clock
  now: (): number => Date.now(),
  newKey: (): string =>
    pattern.replace(/[018]/g, (digit) => (Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (Number(digit) / 4)))).toString(16)),
};
