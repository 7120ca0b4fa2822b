import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import { readSkills } from "../join-rules/skills.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { dayOf, tellDay } from "../tell-time/tell-time.js";
import { findVolunteer, type VolunteerRow } from "../sign-up/sign-up.repository.js";
import { findVolunteers, type Identity } from "../sign-up/find-volunteers.js";
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
}
/** That part of a row, in the order it is compared in. */
export const standingOf = ({ ageBand, guardianAgreedOn, mayLead, isReserve, knownSiteIds, skills }: RotaStanding): RotaStanding => ({
  ...{ ageBand, guardianAgreedOn, mayLead, isReserve, knownSiteIds: [...knownSiteIds], skills },
});
export interface ReadEnrolment {
  readonly identity: Identity;
  readonly standing: RotaStanding;
}

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
  audit("rota.enrol", id, { mayLead: standing.mayLead, isReserve: standing.isReserve });
}

type Word = Pick<VolunteerRow, "joinedRotaAt" | "leftRotaAt" | "takenOffAt">;

/** The moment somebody on no rota left it, by their own word or said at the desk; null for who is on it or never was. */
export const leftSince = ({ joinedRotaAt, leftRotaAt, takenOffAt }: Word): string | null => (joinedRotaAt === null ? (leftRotaAt ?? takenOffAt) : null);

/** Puts somebody who said yes on the rota; again with other facts changes them. Throws what is odd, naming the field; rotaLeft for who left it and did not say yes again. */
export async function enrolVolunteer(ctx: VolunteerDaysContext, series: SeriesRow, said: Enrolment): Promise<string> {
  const sites = new Set((await sitesOf(ctx.db, series.id)).map(({ id }) => id));
  const { identity, standing } = readEnrolment(sites, series.placePath, said);
  const [found] = await findVolunteers(ctx, [identity]);
  const left = leftSince((await findVolunteer(ctx.db, found!.id))!);
  if (left !== null && !said.agreedAgain) throw errors.rotaLeft({ name: identity.name, day: tellDay(dayOf(left, ctx.clock.zone)) }, "body.agreedAgain");
  await keepStanding(ctx, found!.id, standing);
  return found!.id;
}

/** Whether somebody pauses on a day; a pause ends by itself. */
export const isPaused = ({ rotaPausedUntil }: { readonly rotaPausedUntil: string | null }, { heldOn }: { readonly heldOn: string }): boolean =>
  rotaPausedUntil !== null && rotaPausedUntil >= heldOn;

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
