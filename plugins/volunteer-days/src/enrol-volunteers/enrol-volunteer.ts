import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import { readSkills } from "../join-rules/skills.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { findVolunteers } from "../sign-up/find-volunteers.js";
import { nameKeyOf, readName, readPhone } from "../sign-up/read-person.js";

export interface Enrolment {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly personId?: string | undefined;
  readonly ageBand: AgeBand;
  readonly guardianAgreedOn?: string | undefined;
  readonly mayLead: boolean;
  readonly isReserve: boolean;
  readonly knownSiteIds: readonly string[];
  readonly skills?: string | undefined;
}

/** Puts somebody who said yes on the rota; again with other facts changes them. Throws what is odd, naming the field. */
export async function enrolVolunteer(ctx: VolunteerDaysContext, series: SeriesRow, said: Enrolment): Promise<string> {
  const { db, clock, audit } = ctx;
  const sites = new Set((await sitesOf(db, series.id)).map(({ id }) => id));
  if (said.knownSiteIds.some((id) => !sites.has(id))) throw errors.siteUnknown({}, "body.knownSiteIds");
  if (said.ageBand === "small") throw errors.tooYoung({}, "body.ageBand");
  if (said.ageBand !== "adult" && !said.guardianAgreedOn) throw errors.guardianNeeded({}, "body.guardianAgreedOn");
  const name = readName(said.name);
  const phone = said.phone ? readPhone(said.phone) : null;
  const [found] = await findVolunteers(ctx, [{ placePath: series.placePath, name, nameKey: nameKeyOf(name), phone, personId: said.personId ?? null }]);
  const { id } = found!;
  const { ageBand, mayLead, isReserve, knownSiteIds, guardianAgreedOn = null } = said;
  const facts = { ageBand, mayLead: mayLead && ageBand === "adult", isReserve, guardianAgreedOn, knownSiteIds: [...knownSiteIds], joinedRotaAt: clock.now() };
  const written = readSkills(said.skills ?? null).join("、") || null;
  await db
    .updateTable("volunteer_days_volunteer")
    .set({ ...facts, skills: written })
    .where("id", "=", id)
    .execute();
  audit("rota.enrol", id, { mayLead: facts.mayLead, isReserve });
  return id;
}

/** They are no longer put on the rota; what they signed up for stays. Without any consequence. */
export async function leaveRota({ db, audit }: VolunteerDaysContext, volunteerId: string): Promise<void> {
  await db.updateTable("volunteer_days_volunteer").set({ joinedRotaAt: null }).where("id", "=", volunteerId).execute();
  audit("rota.leave", volunteerId);
}

export const listVolunteers = (db: VolunteerDaysDb, scope: Scope) =>
  within(db, scope, "volunteer_days_volunteer").selectAll().where("joinedRotaAt", "is not", null).orderBy("name").orderBy("id").execute();

export const onRota = (db: VolunteerDaysDb, placePath: string) =>
  everywhere(db, "volunteer_days_volunteer", "the rota is made of all who said yes in its community")
    .selectAll()
    .where("placePath", "=", placePath)
    .where("joinedRotaAt", "is not", null)
    .orderBy("id")
    .execute();
export type RotaRow = Awaited<ReturnType<typeof onRota>>[number];
