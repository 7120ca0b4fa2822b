import { directory } from "@lianxin/directory";
import { everywhere } from "@lianxin/plugin-kit";
import { rejudge } from "../keep-safe/rejudge.js";
import { liveSessionsOfAdult } from "../keep-safe/session.repository.js";
import { on } from "../services.js";

/** Whoever was erased from the directory is on no duty any more and no adult here; that somebody served and was looked up stays for the count, without a name. */
export const erasedListener = on(directory.events.personErased, async ({ personId }, ctx) => {
  const { db, clock, audit } = ctx;
  const adults = everywhere(db, "children_activities_adult", "an erased person is looked for everywhere");
  const ids = ["none", ...(await adults.select("id").where("personId", "=", personId).execute()).map(({ id }) => id)];
  const concerned = await liveSessionsOfAdult(db, ids);
  await db
    .updateTable("children_activities_post")
    .set({ state: "cancelled", leftAt: clock.now() })
    .where("adultId", "in", ids)
    .where("state", "in", ["planned", "suspended"])
    .execute();
  const gone = { leftAt: clock.now(), familyGroup: null, firstAidUntil: null, trainedOn: null };
  await db.updateTable("children_activities_adult").set(gone).where("id", "in", ids).where("leftAt", "is", null).execute();
  await db.updateTable("children_activities_post").set({ leftReason: null }).where("adultId", "in", ids).execute();
  if (ids.length > 1) audit("adult.erase", personId);
  for (const { id } of concerned) await rejudge(ctx, id);
});
