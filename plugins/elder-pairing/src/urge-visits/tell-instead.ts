import { everywhere } from "@lianxin/plugin-kit";
import { isAfterNo } from "../agree-pairs/after-no.js";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays } from "../tell-time/tell-time.js";
import { tellLead } from "./tell-lead.js";

/** What waits longer stands on their list; it is not told again. Longer than any holiday, as nobody is told on days off. */
const daysTold = 14;

/**
 * Leads hear, the working morning after, that somebody said no and another helper waits for both sides: how many, never a name. Where no team lead answers it is
 * the secretary. Days are told whole, and anew only when another one came: the number is of all that still wait.
 */
export async function tellInstead(ctx: ElderPairingContext): Promise<void> {
  const { db, use, clock, linkTo } = ctx;
  const today = clock.today();
  const pairs = await everywhere(db, "elder_pairing_pair", "the day's work tells whoever has to hear that somebody said no")
    .select(["placePath", "fromOn"])
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .where("effectiveOn", "is", null)
    .where(isAfterNo)
    .where("fromOn", "<", today)
    .where("fromOn", ">=", addDays(today, -daysTold))
    .orderBy("fromOn")
    .execute();
  const theirs = new Map<string, { count: number; last: string }>();
  for (const [path, there] of groupBy(pairs, ({ placePath }) => placePath)) {
    const leads = await use.directory.whoAnswersFor("grid_leader", path);
    for (const { personId } of leads.length > 0 ? leads : await use.directory.whoAnswersFor("secretary", path)) {
      const known = theirs.get(personId) ?? { count: 0, last: "" };
      const { fromOn } = there.at(-1)!;
      theirs.set(personId, { count: known.count + there.length, last: fromOn > known.last ? fromOn : known.last });
    }
  }
  for (const [personId, { count, last }] of theirs)
    await tellLead(ctx, personId, { what: "instead", said: { count, link: linkTo("/elder-pairing/waiting") }, key: `${personId}/${last}` });
}
