import { seriesAt } from "../enrol-volunteers/asked-for.js";
import { errors } from "../errors.js";
import { readSkills } from "../join-rules/skills.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { VolunteerRow } from "../sign-up/sign-up.repository.js";

/** What the desk says of somebody. */
export interface Said {
  readonly mayLead: boolean;
  readonly isReserve: boolean;
  readonly knownSiteIds: readonly string[];
  readonly skills: string | null;
}

/** The sites of every series of a community, those no team goes to any more left out. */
export async function sitesAt({ db }: VolunteerDaysContext, placePath: string): Promise<{ id: string; name: string }[]> {
  const series = await seriesAt(db, placePath);
  return db
    .selectFrom("volunteer_days_site")
    .select(["id", "name"])
    .where("seriesId", "in", ["", ...series.map(({ id }) => id)])
    .where("closedOn", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Only grown-ups lead a team. */
export const mayEverLead = ({ ageBand }: Pick<VolunteerRow, "ageBand">): boolean => ageBand === null || ageBand === "adult";

/** Changes what is said of somebody, for the rota and for posts that ask for it; sites that are closed stay as they were. Throws signUpUnknown of who was erased, siteUnknown. */
export async function changeStanding(ctx: VolunteerDaysContext, row: VolunteerRow, said: Said): Promise<void> {
  if (row.name === "") throw errors.signUpUnknown();
  const open = new Set((await sitesAt(ctx, row.placePath)).map(({ id }) => id));
  if (said.knownSiteIds.some((id) => !open.has(id) && !row.knownSiteIds.includes(id))) throw errors.siteUnknown({}, "body.knownSiteIds");
  const closed = row.knownSiteIds.filter((id) => !open.has(id));
  const values = {
    mayLead: said.mayLead && mayEverLead(row),
    isReserve: said.isReserve,
    knownSiteIds: [...new Set([...closed, ...said.knownSiteIds])],
    skills: readSkills(said.skills).join("、") || null,
  };
  await ctx.db.updateTable("volunteer_days_volunteer").set(values).where("id", "=", row.id).execute();
  ctx.audit("person.change", row.id, { mayLead: values.mayLead, isReserve: values.isReserve, sites: values.knownSiteIds.length });
}
