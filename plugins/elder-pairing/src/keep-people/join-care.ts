import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";

const why = "whoever came onto the register after the matching is in care too";
const atOnce = 500;

/** Whoever is on the register of a place where a matching was put in force is in care from today on. Gives who is new. One read where nobody is. */
export async function joinCare({ db, clock }: Pick<ElderPairingContext, "db" | "clock">): Promise<readonly string[]> {
  const waiting = await everywhere(db, "elder_pairing_elder", why)
    .select(["id", "placePath"])
    .where("state", "=", "active")
    .where("careFromOn", "is", null)
    .execute();
  if (waiting.length === 0) return [];
  const runs = await everywhere(db, "elder_pairing_run", why).select("placePath").distinct().execute();
  const ids = waiting.filter(({ placePath }) => runs.some((run) => placePath.startsWith(run.placePath))).map(({ id }) => id);
  for (let i = 0; i < ids.length; i += atOnce)
    await db
      .updateTable("elder_pairing_elder")
      .set({ careFromOn: clock.today() })
      .where("id", "in", ids.slice(i, i + atOnce))
      .execute();
  return ids;
}
