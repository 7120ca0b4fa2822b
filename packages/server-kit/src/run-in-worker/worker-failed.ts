/** What a worker refused, in its own code; or that its thread ended ("worker-ended") or did not stop in time ("worker-stopped"). */
export class WorkerFailed extends Error {
  override readonly name = "WorkerFailed";

  constructor(
    readonly code: string,
    readonly item: string,
    readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${item}`);
  }
}
