import type { ActivitiesContext } from "../plugin.js";

/** Do two records of the directory stand for one person by now? Who signed as one of them does not sign as the other too. */
export async function isOnePerson({ use }: Pick<ActivitiesContext, "use">, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [a, b] = await Promise.all([use.directory.findPerson(one), use.directory.findPerson(other)]);
  return a !== undefined && a.id === b?.id;
}
