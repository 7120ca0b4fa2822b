import type { Directory } from "../plugin.js";

/** The kept record of a person whose records were merged; the id itself when nobody has it. */
export const keptId = async (directory: Directory, id: string): Promise<string> => (await directory.findPerson(id))?.id ?? id;

/** Is this person one of those, whatever records of them were merged; nobody is nobody. */
export async function isOneOf(directory: Directory, personId: string | null, others: readonly (string | null | undefined)[]): Promise<boolean> {
  if (personId === null) return false;
  const self = await keptId(directory, personId);
  for (const other of others) if (other && (await keptId(directory, other)) === self) return true;
  return false;
}

/** Does this person hold a role in that organisation today. */
export const isOfOrganization = async (directory: Directory, personId: string | null, organizationId: string): Promise<boolean> =>
  personId !== null && (await directory.rolesOf(personId)).some((role) => role.organizationId === organizationId);
