import { groupBy } from "../group-by.js";
import { kinOfChildren } from "../keep-children/child.repository.js";
import { attendancesOf, postsOf, type ProgrammeRow, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { localTimeOf } from "../tell-time/tell-time.js";
import { adultsById } from "../vet-adults/adult.repository.js";
import { dayWords, writeAdults, writeGuardians, type Letter, type Told } from "./write-letters.js";

/** "7月12日" or "7月12日到7月16日的 5 天". */
const daysWords = (days: readonly string[], text: ActivitiesContext["text"]): string =>
  days.length === 1
    ? dayWords(days[0]!)
    : text("children-activities.letter.days", { from: dayWords(days[0]!), until: dayWords(days.at(-1)!), count: days.length }, "zh-CN");

/**
 * Writes to whoever was told other hours of these published dates: each guardian of a child enrolled and each adult on duty one letter, about the dates that concern them. Gives who was told and who was not.
 * O(dates × (children + adults)).
 */
export async function tellMoved(ctx: ActivitiesContext, programme: ProgrammeRow, published: readonly SessionRow[]): Promise<Told> {
  const { db, clock } = ctx;
  const moved = published.filter((one) => one.saidStartsAt !== null && (one.saidStartsAt !== one.startsAt || one.saidEndsAt !== one.endsAt));
  if (moved.length === 0) return { told: 0, toCall: 0, adults: [] };
  const ids = moved.map(({ id }) => id);
  const dayOf = new Map(moved.map(({ id, heldOn }) => [id, heldOn]));
  const enrolled = (await attendancesOf(db, ids)).filter(({ state }) => state === "enrolled");
  const posts = (await postsOf(db, ids)).filter(({ state }) => state === "planned");
  const [kin, adults] = [
    await kinOfChildren(db, [...new Set(enrolled.map(({ childId }) => childId))]),
    await adultsById(
      db,
      posts.map(({ adultId }) => adultId),
    ),
  ];
  const hours = { from: localTimeOf(moved[0]!.startsAt, clock.zone), until: localTimeOf(moved[0]!.endsAt, clock.zone) };
  const letterFor = (sessionIds: readonly string[]): Letter => {
    const days = [...new Set(sessionIds.map((id) => dayOf.get(id)!))].sort();
    const words = { title: programme.title, days: daysWords(days, ctx.text), ...hours };
    return { kind: "moved", about: `${programme.id}/${programme.version}/${days[0]}`, words };
  };
  const byChild = groupBy(enrolled, ({ childId }) => childId);
  const guardians = groupBy(kin, ({ guardianId }) => guardianId);
  const told = await writeGuardians(
    ctx,
    [...guardians.values()].map(([one]) => one!),
    (id) => letterFor(guardians.get(id)!.flatMap(({ childId }) => (byChild.get(childId) ?? []).map(({ sessionId }) => sessionId))),
  );
  const personOf = new Map(adults.map(({ id, personId }) => [id, personId]));
  const duties = groupBy(posts, ({ adultId }) => personOf.get(adultId)!);
  const untold = await writeAdults(ctx, [...duties.keys()], (id) => letterFor(duties.get(id)!.map(({ sessionId }) => sessionId)));
  return { ...told, adults: untold };
}
