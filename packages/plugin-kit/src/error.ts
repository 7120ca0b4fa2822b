/** How the server answers a refusal. */
export interface ErrorSpec {
  readonly status: number;
}
export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/**
 * A refusal people can act on: a code and its params, translated late. The texts are the plugin's messages
 * `error.<name>` (what is wrong) and `error.<name>.remedy` (what to do).
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: ErrorParams = {},
    /** The field of the request it is about, "body.dueOn". */
    readonly field?: string,
  ) {
    super(code);
    this.name = "AppError";
  }
}

export type ErrorMaker = (params?: ErrorParams, field?: string) => AppError;

/**
 * Everything that can go wrong in a plugin, on one page.
 *
 * @example
 * export const errors = defineErrors("volunteer-days", { shiftFull: { status: 409 } });
 * throw errors.shiftFull({ capacity: 20 }, "params.shiftId");
 */
export function defineErrors<const Specs extends Record<string, ErrorSpec>>(
  id: string,
  specs: Specs,
): { readonly [K in keyof Specs]: ErrorMaker } & { readonly codes: readonly string[] } {
  const makers = Object.entries(specs).map(([name, spec]) => [
    name,
    (params?: ErrorParams, field?: string) => new AppError(`${id}.${name}`, spec.status, params, field),
  ]);
  return { ...Object.fromEntries(makers), codes: Object.keys(specs) } as never;
}
