import { promote } from "../cancel-sign-up/promote.js";
import { withdraw } from "../cancel-sign-up/cancel-sign-up.js";
import { endChildren } from "../keep-together/end-alone.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { keepBoard, type Board } from "../sign-up/board.js";
import { findSignUp, type ActiveRow, type SignUpRow } from "../sign-up/sign-up.repository.js";

/** Ends places that are somebody else's place of the same human, on held days; nobody moves up yet, as whom the places belong to is not settled. */
export async function endSpare({ db, clock }: VolunteerDaysContext, board: Board, ids: readonly string[]): Promise<SignUpRow[]> {
  const ended: SignUpRow[] = [];
  for (const id of ids) {
    const row = (await findSignUp(db, id))!;
    const post = board.get(row.dayId)!.posts.find((one) => one.id === row.postId)!;
    Object.assign(post, row.state === "waiting" ? { waiting: post.waiting - 1 } : { taken: post.taken - 1 }, { isChanged: true });
    const end = { state: "cancelled", endedAt: clock.now(), endReason: "joined", sequence: row.sequence + 1, offeredUntil: null };
    await db.updateTable("volunteer_days_sign_up").set(end).where("id", "=", id).execute();
    ended.push(row);
  }
  return ended;
}

/** Once the two are one: who waits moves up on days that are not over, the places of children left alone end, and the counts are kept. */
export async function passSpareOn(ctx: VolunteerDaysContext, board: Board, ended: readonly SignUpRow[], children: readonly ActiveRow[]): Promise<void> {
  const now = ctx.clock.now();
  for (const row of ended) {
    const open = board.get(row.dayId)!;
    if (open.day.endsAt <= now) continue;
    if (open.day.state === "open")
      await promote(
        ctx,
        open,
        open.posts.find(({ id }) => id === row.postId)!,
      );
    await withdraw(ctx, (await findSignUp(ctx.db, row.id))!, open);
    ctx.publish("cancelled", row.dayId, { signUpId: row.id, dayId: row.dayId });
    ctx.audit("cancel", row.id, { reason: "joined" });
  }
  for (const open of board.values())
    await endChildren(
      ctx,
      open,
      children.filter(({ dayId }) => dayId === open.day.id),
    );
  await keepBoard(ctx.db, board);
}
