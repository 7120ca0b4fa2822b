import { everywhere } from "@lianxin/plugin-kit";
import type { CommitmentsContext } from "../plugin.js";

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly people: { readonly id: string; readonly name: string }[];
}

/** The open organisations of the community a path lies in; with the people who hold a role in them today, when the reader may give work to others. */
export async function listParties({ db, use, clock }: CommitmentsContext, path: string, withPeople: boolean): Promise<Party[]> {
  const community = (await use.directory.community())?.path ?? path;
  const at = path.startsWith(community) ? community : path;
  const organizations = await everywhere(db, "directory_v1_organization", "who can lead work at a place: names of organisations")
    .select(["id", "name"])
    .where("placePath", ">=", at)
    .where("placePath", "<", `${at}\uffff`)
    .where("closedOn", "is", null)
    .orderBy("name")
    .limit(300)
    .execute();
  if (!withPeople) return organizations.map((organization) => ({ ...organization, people: [] }));
  const today = clock.today();
  const roles = await everywhere(db, "directory_v1_role", "who can lead work: people in those organisations, for who may assign it")
    .select(["personId", "organizationId"])
    .where("organizationId", "in", ["", ...organizations.map(({ id }) => id)])
    .where("fromOn", "<=", today)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", today)]))
    .execute();
  const names = await use.directory.namesOf(roles.map((role) => role.personId));
  const peopleOf = (id: string) =>
    [...new Set(roles.filter((role) => role.organizationId === id).map((role) => role.personId))].map((personId) => ({
      id: personId,
      name: names.get(personId) ?? "",
    }));
  return organizations.map((organization) => ({ ...organization, people: peopleOf(organization.id) }));
}
