/** Why a letter did not go out. The code names no address, so that it may be kept and shown. */
export class DeliveryFailure extends Error {
  constructor(
    /** "EENVELOPE 550", "TIMEOUT", "HTTP 503". */
    readonly code: string,
    /** Whether another attempt may succeed; otherwise the letter is dead at once. */
    readonly isRetryable: boolean,
    cause?: unknown,
  ) {
    super(code, { cause });
    this.name = "DeliveryFailure";
  }
}
