import { everywhere } from "@lianxin/plugin-kit";
import { isOnePerson } from "../follow-people/is-one-person.js";
import { sessionMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";
import { writeAdults } from "./write-letters.js";

/** A plan that its director signed as it stands and the community did not, with dates ahead to publish, and the first of these days. */
export interface AwaitingPlan {
  readonly programmeId: string;
  readonly placePath: string;
  readonly title: string;
  readonly heldOn: string;
  /** The director who signed. */
  readonly signedById: string;
}

/** Such plans of the whole house, the soonest first. O(plans that wait), which are few. */
async function awaitingPlans({ db, clock }: ActivitiesContext): Promise<AwaitingPlan[]> {
  const rows = await everywhere(db, "children_activities_programme", "plans that wait for the community's signature, shown and told to who may give it")
    .innerJoin("children_activities_sign_off as own", (join) =>
      join
        .onRef("own.programmeId", "=", "children_activities_programme.id")
        .onRef("own.planVersion", "=", "children_activities_programme.version")
        .on("own.kind", "=", "director"),
    )
    .innerJoin("children_activities_session as date", "date.programmeId", "children_activities_programme.id")
    .select(["children_activities_programme.id as programmeId", "children_activities_programme.placePath", "children_activities_programme.title"])
    .select(["own.personId as signedById", "date.heldOn"])
    .where("date.state", "in", sessionMoves.publish.from)
    .where("date.endsAt", ">", clock.now())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("children_activities_sign_off as other")
            .select("other.id")
            .whereRef("other.programmeId", "=", "own.programmeId")
            .whereRef("other.planVersion", "=", "own.planVersion")
            .where("other.kind", "=", "community"),
        ),
      ),
    )
    .orderBy("date.heldOn", "desc")
    .orderBy("programmeId", "desc")
    .execute();
  // The last of each stays: the soonest date.
  return [...new Map(rows.map((row) => [row.programmeId, row])).values()].toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
}

/** The plans that wait for the reader to sign for the community: not those they signed as director. */
export async function showAwaiting(ctx: ActivitiesContext, signsOff: (path: string) => Promise<boolean>) {
  const { personId } = ctx.actor;
  if (personId === null) return [];
  const shown = [];
  for (const { placePath, signedById, ...plan } of await awaitingPlans(ctx))
    if ((await signsOff(placePath)) && !(await isOnePerson(ctx, signedById, personId))) shown.push(plan);
  return shown;
}

/** Who signs for the community at a place beside somebody who did their part already: its committee, where there is nobody else in it its administrators. */
export async function signersOf(ctx: Pick<ActivitiesContext, "use">, placePath: string, beside: string): Promise<readonly string[]> {
  for (const kind of ["secretary", "administrator"] as const) {
    const others = [];
    for (const { personId } of await ctx.use.directory.whoAnswersFor(kind, placePath)) if (!(await isOnePerson(ctx, personId, beside))) others.push(personId);
    if (others.length > 0) return [...new Set(others)];
  }
  return [];
}

/** One letter a day to each who signs for a community, or for that of one plan alone, with how many plans wait for them and nobody's name. Gives how many plans wait in all. */
export async function tellSigners(ctx: ActivitiesContext, programmeId?: string): Promise<number> {
  const plans = await awaitingPlans(ctx);
  const counts = new Map<string, number>();
  const told = new Set<string>();
  for (const plan of plans)
    for (const personId of await signersOf(ctx, plan.placePath, plan.signedById)) {
      counts.set(personId, (counts.get(personId) ?? 0) + 1);
      if (programmeId === undefined || programmeId === plan.programmeId) told.add(personId);
    }
  await writeAdults(ctx, [...told], (personId) => ({ kind: "sign", about: ctx.clock.today(), words: { count: counts.get(personId)! } }));
  return plans.length;
}
