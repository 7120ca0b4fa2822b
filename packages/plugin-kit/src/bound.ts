type Functions<C> = Readonly<Record<string, (first: C, ...rest: never[]) => unknown>>;
type Bound<F> = { readonly [K in keyof F]: F[K] extends (first: never, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never };

/** Functions without their first parameter, which is given once: a feature's functions of a context become its service. */
export function bound<C, F extends Functions<C>>(first: C, functions: F): Bound<F> {
  return Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, (...rest: unknown[]) => f(first, ...(rest as never[]))])) as Bound<F>;
}
