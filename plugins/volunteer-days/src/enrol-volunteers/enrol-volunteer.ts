import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import { readSkills } from "../join-rules/skills.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { dayOf, tellDay } from "../tell-time/tell-time.js";
import { findVolunteer, type VolunteerRow } from "../sign-up/sign-up.repository.js";
import { findVolunteers, type Identity } from "../sign-up/find-volunteers.js";
import { askedOf, isAskedFor, leftSince, seriesAt, withYes } from "./asked-for.js";
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
  /** They left the rota before, were asked, and said yes once more. */
  readonly agreedAgain?: boolean | undefined;
}

/** What stands of somebody who is on the rota. */
export interface RotaStanding {
  readonly ageBand: string | null;
  readonly guardianAgreedOn: string | null;
  readonly mayLead: boolean;
  readonly isReserve: boolean;
  readonly knownSiteIds: readonly string[];
  readonly skills: string | null;
  readonly rotaSeriesIds: readonly string[] | null;
  readonly leftSeries: Readonly<Record<string, string>> | null;
}
/** That part of a row, in the order it is compared in. */
export const standingOf = (row: RotaStanding): RotaStanding => {
  const { ageBand, guardianAgreedOn, mayLead, isReserve, knownSiteIds, skills, rotaSeriesIds, leftSeries } = row;
  const left = leftSeries && Object.fromEntries(Object.entries(leftSeries).sort());
  return { ageBand, guardianAgreedOn, mayLead, isReserve, knownSiteIds: [...knownSiteIds], skills, rotaSeriesIds, leftSeries: left };
};
export interface ReadEnrolment {
  readonly identity: Identity;
  readonly standing: Omit<RotaStanding, "rotaSeriesIds" | "leftSeries">;
}

/** What stands of somebody with a yes to a series: what was written of the sites of others stays. */
export const standingWith = (
  row: VolunteerRow | undefined,
  { all, series, sites }: { readonly all: Awaited<ReturnType<typeof seriesAt>>; readonly series: Pick<SeriesRow, "id">; readonly sites: ReadonlySet<string> },
  said: ReadEnrolment["standing"],
): RotaStanding => {
  const elsewhere = row ? row.knownSiteIds.filter((id) => !sites.has(id)) : [];
  const asked = row ? withYes(row, all, series.id) : { rotaSeriesIds: [series.id], leftSeries: null };
  return standingOf({ ...said, knownSiteIds: [...elsewhere, ...said.knownSiteIds], ...asked });
};

/** An enrolment as it is kept; throws what is odd, naming the field. */
export function readEnrolment(sites: ReadonlySet<string>, placePath: string, said: Enrolment): ReadEnrolment {
  if (said.knownSiteIds.some((id) => !sites.has(id))) throw errors.siteUnknown({}, "body.knownSiteIds");
  if (said.ageBand === "small") throw errors.tooYoung({}, "body.ageBand");
  if (said.ageBand === "child") throw errors.companyNeeded({}, "body.ageBand");
  if (said.ageBand !== "adult" && !said.guardianAgreedOn) throw errors.guardianNeeded({}, "body.guardianAgreedOn");
  const name = readName(said.name);
  const phone = said.phone ? readPhone(said.phone) : null;
  const { ageBand, isReserve, guardianAgreedOn = null } = said;
  return {
    identity: { placePath, name, nameKey: nameKeyOf(name), phone, personId: said.personId ?? null },
    standing: {
      ...{ ageBand, guardianAgreedOn, mayLead: said.mayLead && ageBand === "adult", isReserve, knownSiteIds: [...said.knownSiteIds] },
      skills: readSkills(said.skills ?? null).join("、") || null,
    },
  };
}

/** Writes that somebody is on the rota, and as what. */
export async function keepStanding({ db, clock, audit }: VolunteerDaysContext, id: string, { knownSiteIds, ...standing }: RotaStanding): Promise<void> {
  await db
    .updateTable("volunteer_days_volunteer")
    .set({ ...standing, knownSiteIds: [...knownSiteIds], joinedRotaAt: clock.now(), leftRotaAt: null, takenOffAt: null })
    .where("id", "=", id)
    .execute();
  audit("rota.enrol", id, { mayLead: standing.mayLead, isReserve: standing.isReserve, seriesIds: standing.rotaSeriesIds });
}

/** Puts somebody who said yes on the rota of a series; again with other facts changes them. Throws what is odd, naming the field; rotaLeft for who left it and did not say yes again. */
export async function enrolVolunteer(ctx: VolunteerDaysContext, series: SeriesRow, said: Enrolment): Promise<string> {
  const sites = new Set((await sitesOf(ctx.db, series.id)).map(({ id }) => id));
  const { identity, standing } = readEnrolment(sites, series.placePath, said);
  const [found] = await findVolunteers(ctx, [identity]);
  const row = (await findVolunteer(ctx.db, found!.id))!;
  const left = leftSince(row, series.id);
  if (left !== null && !said.agreedAgain) throw errors.rotaLeft({ name: identity.name, day: tellDay(dayOf(left, ctx.clock.zone)) }, "body.agreedAgain");
  const all = await seriesAt(ctx.db, series.placePath);
  await keepStanding(ctx, row.id, standingWith(row, { all, series, sites }, standing));
  return row.id;
}

/** Whether somebody pauses on a day; a pause ends by itself. */
export const isPaused = ({ rotaPausedUntil }: { readonly rotaPausedUntil: string | null }, { heldOn }: { readonly heldOn: string }): boolean =>
  rotaPausedUntil !== null && rotaPausedUntil >= heldOn;

/** They are no longer put on any rota; what they signed up for stays. Which they were on is kept, in case they come back. Without any consequence. */
export async function leaveRota({ db, audit }: VolunteerDaysContext, volunteerId: string): Promise<void> {
  const row = (await findVolunteer(db, volunteerId))!;
  const rotaSeriesIds = row.rotaSeriesIds ?? askedOf(row, await seriesAt(db, row.placePath));
  await db.updateTable("volunteer_days_volunteer").set({ joinedRotaAt: null, rotaSeriesIds }).where("id", "=", volunteerId).execute();
  audit("rota.leave", volunteerId);
}

export const listVolunteers = (db: VolunteerDaysDb, scope: Scope) =>
  within(db, scope, "volunteer_days_volunteer").selectAll().where("joinedRotaAt", "is not", null).orderBy("name").orderBy("id").execute();

/** Who said yes to the rota of a series. O(people on a rota of the community). */
export async function onRota(db: VolunteerDaysDb, series: Pick<SeriesRow, "id" | "placePath" | "createdAt">): Promise<VolunteerRow[]> {
  const rows = await everywhere(db, "volunteer_days_volunteer", "the rota is made of all in its community who said yes to it")
    .selectAll()
    .where("placePath", "=", series.placePath)
    .where("joinedRotaAt", "is not", null)
    .orderBy("id")
    .execute();
  return rows.filter((row) => isAskedFor(row, series));
}
export type RotaRow = VolunteerRow;
