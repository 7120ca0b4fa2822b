import { errors } from "../errors.js";
import { findPerson, recordsOf } from "../find-person/person.repository.js";
import { findOrganization } from "../keep-organizations/organization.repository.js";
import { getOpenPlace } from "../keep-places/add-place.js";
import type { DirectoryContext } from "../plugin.js";
import { getDay, getTerm } from "../read-words/get-term.js";
import { overlaps } from "../read-words/read-term.js";
import type { RoleKind } from "../words.js";
import { countHolders, findRole, rolesWithPlaces } from "./role.repository.js";

export interface NewRole {
  readonly personId: string;
  readonly kind: RoleKind;
  /** As people say it, "党支部书记"; the kind's name when empty. */
  readonly title?: string | undefined;
  readonly placeId: string;
  readonly organizationId?: string | null | undefined;
  readonly fromOn: string;
  /** Last day, included; open when missing. */
  readonly toOn?: string | null | undefined;
  readonly givenBy: string | null;
}

/** Gives a role at a place for a time. Throws personUnknown, placeUnknown, organizationUnknown, dayUnknown, datesReversed, roleOverlaps. */
export async function giveRole(ctx: DirectoryContext, input: NewRole): Promise<string> {
  const { db, newId, clock, text, publish, audit } = ctx;
  const term = getTerm(input.fromOn, input.toOn);
  const place = await getOpenPlace(ctx, input.placeId);
  const person = await findPerson(db, input.personId);
  if (!person) throw errors.personUnknown({}, "params.personId");
  if (input.organizationId && !(await findOrganization(db, input.organizationId))) throw errors.organizationUnknown({}, "body.organizationId");
  const held = await rolesWithPlaces(db, await recordsOf(db, person.id));
  if (held.some((role) => role.kind === input.kind && role.placeId === place.id && overlaps(role, term))) throw errors.roleOverlaps({}, "body.fromOn");
  const { kind, organizationId = null, givenBy } = input;
  const title = input.title?.trim() || text(`directory.role.${kind}`, {}, "zh-CN");
  const id = newId();
  await db
    .insertInto("directory_role")
    .values({
      id,
      personId: person.id,
      kind,
      title,
      placeId: place.id,
      placePath: place.placePath,
      organizationId,
      ...term,
      givenBy,
      endedBy: null,
      createdAt: clock.now(),
    })
    .execute();
  publish("rolesChanged", person.id, { personId: person.id });
  audit("role.give", id, { personId: person.id, kind, placePath: place.placePath });
  return id;
}

/** Ends a role with a last day. Throws roleEnded, datesReversed, lastAdministrator. */
export async function endRole(ctx: DirectoryContext, id: string, lastOn: string, by: string | null): Promise<void> {
  const { db, clock, publish, audit } = ctx;
  const role = await findRole(db, id);
  const toOn = getDay(lastOn, "body.lastOn");
  if (!role || (role.toOn !== null && role.toOn < clock.today())) throw errors.roleEnded();
  if (toOn < role.fromOn) throw errors.datesReversed({}, "body.lastOn");
  if (role.kind === "administrator" && (await countHolders(db, "administrator", toOn)) <= 1) throw errors.lastAdministrator();
  await db.updateTable("directory_role").set({ toOn, endedBy: by }).where("id", "=", id).execute();
  publish("rolesChanged", role.personId, { personId: role.personId });
  audit("role.end", id, { personId: role.personId, toOn });
}
