/** What each maker gives, made when it is first asked for. */
export type Lazily<Makers extends Readonly<Record<string, () => unknown>>> = { readonly [K in keyof Makers]: ReturnType<Makers[K]> };

/**
 * Services by group, each made at its first use: a request reaches one or two of a plugin's dozen, and services are made for every request.
 *
 * @example
 * const services = (ctx: HelloContext) => lazily({ greetings: () => greetingsOn(ctx.db), readers: () => readersOn(ctx.db) });
 */
export function lazily<const Makers extends Readonly<Record<string, () => unknown>>>(makers: Makers): Lazily<Makers> {
  const made: Record<string, unknown> = {};
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(made, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  return made as Lazily<Makers>;
}
