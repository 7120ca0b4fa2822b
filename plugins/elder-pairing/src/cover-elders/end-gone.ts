import { everywhere } from "@lianxin/plugin-kit";
import { leaveCare } from "../keep-people/change-elder.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";

const why = "whoever is not on the register any more holds nobody's place";

/** Who died, moved away or was erased and has an open pair or a visit due all the same: nobody, ever. O(open pairs + what is due), by index. */
export async function findGone(db: ElderPairingDb): Promise<readonly { readonly id: string; readonly state: string }[]> {
  return everywhere(db, "elder_pairing_elder", why)
    .select(["elder_pairing_elder.id", "elder_pairing_elder.state"])
    .where("elder_pairing_elder.state", "!=", "active")
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom("elder_pairing_pair as pair").select("pair.id").whereRef("pair.elderId", "=", "elder_pairing_elder.id").where("pair.untilOn", "is", null),
        ),
        exists(selectFrom("elder_pairing_due as due").select("due.id").whereRef("due.elderId", "=", "elder_pairing_elder.id").where("due.state", "=", "due")),
      ]),
    )
    .orderBy("elder_pairing_elder.id")
    .execute();
}

/** What older versions let begin for somebody who was gone ends. */
export async function endGone(ctx: ElderPairingContext): Promise<void> {
  for (const { id, state } of await findGone(ctx.db)) await leaveCare(ctx, id, state);
}
