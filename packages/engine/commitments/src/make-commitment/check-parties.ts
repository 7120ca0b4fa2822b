import type { NewCommitment } from "../commitments.js";
import { errors } from "../errors.js";
import { isOneOf } from "../keep-state/same-person.js";
import type { CommitmentsContext, Directory } from "../plugin.js";

/** The id to compare and keep: of the kept record when two were merged; throws personUnknown. */
export async function getPersonId(directory: Directory, id: string, field: string): Promise<string> {
  const person = await directory.findPerson(id);
  if (!person) throw errors.personUnknown({}, field);
  return person.id;
}

async function checkOrganization(directory: Directory, id: string, field: string): Promise<string> {
  if (!(await directory.findOrganization(id))) throw errors.organizationUnknown({}, field);
  return id;
}

/** A person known to belong to other organisations only cannot stand for this one; of whom nothing is known, the record is believed. */
async function checkMembership(directory: Directory, ownerId: string, organizationId: string): Promise<void> {
  const known = (await directory.rolesOf(ownerId)).flatMap((role) => role.organizationId ?? []);
  if (known.length > 0 && !known.includes(organizationId)) throw errors.ownerElsewhere({}, "body.ownerId");
}

export type Parties = Pick<NewCommitment, "ownerOrganizationId" | "ownerId" | "supportingOrganizationIds" | "verifierId" | "verifierIds">;
type KeptParties = Omit<Parties, "verifierIds"> & { readonly verifierIds: readonly string[] };

/** Who checks, each once, as they are kept; throws personUnknown, ownVerifier. */
export async function getVerifiers(
  directory: Directory,
  { verifierId, verifierIds = [] }: Pick<Parties, "verifierId" | "verifierIds">,
  ownerId: string,
): Promise<string[]> {
  const kept = new Set<string>();
  for (const id of [...(verifierId ? [verifierId] : []), ...verifierIds])
    kept.add(await getPersonId(directory, id, id === verifierId ? "body.verifierId" : "body.verifierIds"));
  if (await isOneOf(directory, ownerId, [...kept])) throw errors.ownVerifier({}, verifierIds.length === 0 ? "body.verifierId" : "body.verifierIds");
  return [...kept];
}

/** Lead, supporters and verifiers as they are kept, the first verifier apart too; throws organizationUnknown, ownerNeeded, personUnknown, ownerElsewhere, ownVerifier. */
export async function getParties({ use: { directory } }: CommitmentsContext, input: Parties): Promise<KeptParties> {
  const ownerOrganizationId = await checkOrganization(directory, input.ownerOrganizationId, "body.ownerOrganizationId");
  if (!input.ownerId) throw errors.ownerNeeded({}, "body.ownerId");
  const ownerId = await getPersonId(directory, input.ownerId, "body.ownerId");
  await checkMembership(directory, ownerId, ownerOrganizationId);
  const supporting = [...new Set(input.supportingOrganizationIds)].filter((id) => id !== ownerOrganizationId);
  for (const id of supporting) await checkOrganization(directory, id, "body.supportingOrganizationIds");
  const verifierIds = await getVerifiers(directory, input, ownerId);
  return { ownerOrganizationId, ownerId, supportingOrganizationIds: supporting, verifierId: verifierIds[0] ?? null, verifierIds };
}
