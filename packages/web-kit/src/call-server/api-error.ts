/** One thing to correct in what was sent. `field` is the request's own path, "body.dueOn". */
export interface Problem {
  readonly field?: string;
  readonly rule?: string;
  readonly message: string;
  readonly remedy?: string;
}

/** What the server says when it refuses. */
export interface Refusal extends Problem {
  readonly code: string;
  readonly problems?: readonly Problem[];
  readonly requestId?: string;
}

/**
 * A refusal of the server, or of the way to it: what is wrong (`message`), what to do (`remedy`), which field and rule, every single
 * problem, and the number to tell the administrator. `status` is 0 when no answer came.
 */
export class ApiError extends Error {
  declare readonly status: number;
  declare readonly code: string;
  declare readonly remedy: string | undefined;
  declare readonly field: string | undefined;
  declare readonly rule: string | undefined;
  declare readonly problems: readonly Problem[];
  declare readonly requestId: string | undefined;

  constructor(status: number, { message, code, remedy, field, rule, problems = [], requestId }: Refusal) {
    super(message);
    // Assigned, not declared as fields: the oldest Safari we build for would get every field through a helper.
    Object.assign(this, { name: "ApiError", status, code, remedy, field, rule, problems, requestId });
  }
}
