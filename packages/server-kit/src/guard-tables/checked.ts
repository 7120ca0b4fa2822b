/** Queries that a guard has seen and let pass; the connection sends no others. */
export const checked = new WeakSet<object>();
