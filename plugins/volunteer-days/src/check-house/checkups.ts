import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysDb } from "../plugin.js";
import { isTwice, type Served } from "../record-hours/free-minutes.js";
import { allServed } from "../record-hours/served-beside.js";
import { checkup } from "../services.js";

/** Posts whose counts differ from their sign-ups, or that have more people than places: none, ever. O(sign-ups). */
export async function findMiscounted(db: VolunteerDaysDb): Promise<string[]> {
  const [posts, counts] = await Promise.all([
    db.selectFrom("volunteer_days_post").select(["id", "taken", "waiting", "most"]).execute(),
    db
      .selectFrom("volunteer_days_sign_up")
      .select(["postId", "state"])
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("endedAt", "is", null)
      .groupBy(["postId", "state"])
      .execute(),
  ]);
  const of = new Map(counts.map(({ postId, state, count }) => [`${postId} ${state}`, Number(count)]));
  const isOdd = ({ id, taken, waiting, most }: (typeof posts)[number]) =>
    (of.get(`${id} confirmed`) ?? 0) + (of.get(`${id} offered`) ?? 0) !== taken || (of.get(`${id} waiting`) ?? 0) !== waiting || taken > most;
  return posts.filter(isOdd).map(({ id }) => id);
}

export const neverOverbooked = checkup("never-overbooked", {
  describe: "每个岗位的人数对得上，不超名额",
  run: ({ db }) => findMiscounted(db),
});

/** People whose minutes of a date are more than the clock had, whatever places they stand for. O(hours of the house). */
async function findTwice(db: VolunteerDaysDb): Promise<string[]> {
  const dates = new Map<string, Served[]>();
  for (const one of await allServed(db)) {
    const key = `${one.volunteerId} ${one.heldOn}`;
    dates.set(key, [...(dates.get(key) ?? []), one]);
  }
  return [...dates].filter(([, served]) => isTwice(served)).map(([key]) => key);
}

/** What stands for a sign-up is never below nothing, and never more than one entry; and no minute of somebody's clock stands for two places of theirs. */
export const hoursOnce = checkup("hours-once", {
  describe: "工时不重复登记：一个人同一时间只算一次，更正后不小于零",
  async run({ db }) {
    const rows = await everywhere(db, "volunteer_days_service", "a check-up looks at all rows").select(["id", "signUpId", "minutes", "reversesId"]).execute();
    const reversed = new Set(rows.map(({ reversesId }) => reversesId));
    const standing = rows.filter(({ id, reversesId }) => reversesId === null && !reversed.has(id));
    const minutesOf = new Map(rows.map(({ id, minutes }) => [id, minutes]));
    const odd = rows.filter(({ reversesId, minutes }) => (reversesId === null ? minutes <= 0 : minutesOf.get(reversesId) !== -minutes));
    const seen = new Set<string>();
    const twice = standing.filter(({ signUpId }) => seen.size === seen.add(signUpId).size);
    return [...[...odd, ...twice].map(({ id }) => id), ...(await findTwice(db))];
  },
});
