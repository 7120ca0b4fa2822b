import { everywhere } from "@lianxin/plugin-kit";
import { isUndoable } from "../enrol-volunteers/take-off-rota.js";
import { errors } from "../errors.js";
import { childrenOfBoth } from "../join-volunteers/children-of-both.js";
import { openAll } from "../keep-record/basics.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { readPhone } from "../sign-up/read-person.js";
import { findVolunteer, type VolunteerRow } from "../sign-up/sign-up.repository.js";

/** Nobody has one number and name twice. Throws phoneTaken. */
async function checkFree({ db, blind }: VolunteerDaysContext, { id, placePath, nameKey, name }: VolunteerRow, phone: string): Promise<void> {
  const other = await everywhere(db, "volunteer_days_volunteer", "whether somebody of the community has this name and number already")
    .select("id")
    .where("placePath", "=", placePath)
    .where("nameKey", "=", nameKey)
    .where("phoneIndex", "=", blind(phone))
    .where("id", "!=", id)
    .executeTakeFirst();
  if (other) throw errors.phoneTaken({ name }, "body.phone");
}

/** Writes the number; what waits to be sent to the old one goes to it, or nowhere: the old one may be a stranger's. */
async function write(
  ctx: VolunteerDaysContext,
  { id, name }: VolunteerRow,
  phone: string | null,
  before: { readonly phoneBefore: string | null; readonly phoneChangedAt: string | null },
) {
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ phone, ...before })
    .where("id", "=", id)
    .execute();
  const sealed = (await findVolunteer(ctx.db, id))!.phone;
  await ctx.handOverLetters(id, sealed === null ? null : { personId: id, name, address: sealed });
}

/**
 * The desk changes somebody's telephone number, or takes one away that is wrong: links stay, letters that wait go to the new one or to nobody. Gives how many children stand ahead under the old one, whose
 * grown-up is found under another now. Throws phoneWrong, phoneTaken, signUpUnknown of who was erased.
 */
export async function changePhone(ctx: VolunteerDaysContext, row: VolunteerRow, written: string | null): Promise<number> {
  if (row.name === "") throw errors.signUpUnknown();
  const phone = written === null ? null : readPhone(written);
  const phoneIndex = phone === null ? null : ctx.blind(phone);
  if (phoneIndex === row.phoneIndex) return 0;
  if (phone !== null) await checkFree(ctx, row, phone);
  const { underGone } = await childrenOfBoth(ctx, { ...row, phoneIndex: phoneIndex ?? "" }, row, []);
  const [before = null] = row.phone === null ? [] : await openAll(ctx, [row.phone], "record");
  await write(ctx, row, phone, { phoneBefore: before, phoneChangedAt: ctx.clock.now() });
  ctx.audit("person.phone", row.id);
  return underGone;
}

/** The number is again what it was before the desk changed it, within a day. Throws phoneUnchanged, phoneTaken. */
export async function undoPhone(ctx: VolunteerDaysContext, row: VolunteerRow): Promise<void> {
  if (row.name === "" || !isUndoable(ctx, row.phoneChangedAt)) throw errors.phoneUnchanged();
  const [phone = null] = row.phoneBefore === null ? [] : await openAll(ctx, [row.phoneBefore], "record");
  if (phone !== null) await checkFree(ctx, row, phone);
  await write(ctx, row, phone, { phoneBefore: null, phoneChangedAt: null });
  ctx.audit("person.phoneBack", row.id);
}

/** Old numbers go once nobody can take the change back any more. O(changed within days). */
export async function forgetOldPhones(ctx: VolunteerDaysContext): Promise<void> {
  const rows = await everywhere(ctx.db, "volunteer_days_volunteer", "numbers that were replaced are forgotten after a day")
    .select(["id", "phoneChangedAt"])
    .where("phoneChangedAt", "is not", null)
    .execute();
  const past = rows.filter(({ phoneChangedAt }) => !isUndoable(ctx, phoneChangedAt)).map(({ id }) => id);
  if (past.length > 0) await ctx.db.updateTable("volunteer_days_volunteer").set({ phoneBefore: null, phoneChangedAt: null }).where("id", "in", past).execute();
}
