import { timingSafeEqual } from "node:crypto";
import { errors } from "../errors.js";
import { findMatterRow, type MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";
import { addMatter } from "../raise-matter/add-matter.js";
import { findReplyDay } from "../raise-matter/choose-reply-day.js";
import { describeRaised, type SaidOfMatter } from "../raise-matter/raise-matter.js";
import { addGuest } from "./guest.repository.js";

export interface PublicMatter extends SaidOfMatter {
  /** How they call themselves; nobody has to say. */
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}
export interface Receipt {
  readonly id: string;
  readonly number: string;
  /** Address of the page that tells how it stands; whoever has it may read it. */
  readonly link: string;
  readonly replyBy: string | null;
}

/** The secret of a private link: made from the matter's id with the house's own key, so that none is stored and none can be guessed. 128 bits. */
export const followKeyOf = ({ blind }: Pick<MattersContext, "blind">, matterId: string): string => blind(`matters.follow ${matterId}`).slice(0, 22);

/** Somebody without an account raises a matter, with or without a name; throws placeUnknown, phoneWrong. */
export async function raisePublicly(ctx: MattersContext, { name, phone, ...said }: PublicMatter): Promise<Receipt> {
  const { use, clock, config } = ctx;
  const guestId = await addGuest(ctx, { name, phone });
  const raised = await describeRaised(ctx, said);
  const replyBy = await findReplyDay(use.directory, clock.today(), config.replyDays);
  const people = { reportedBy: null, enteredBy: guestId, isEntererHidden: true, guestId };
  const id = await addMatter(ctx, { ...raised, ...people, channel: "public", replyBy }, { move: "raise" });
  return { id, number: raised.number, link: `/matters/follow/${id}/${followKeyOf(ctx, id)}`, replyBy };
}

/** The matter of a private link; throws linkUnknown alike for a wrong key and for a matter that is not there. */
export async function getFollowed(ctx: MattersContext, matterId: string, key: string): Promise<MatterRow> {
  const [given, right] = [Buffer.from(key), Buffer.from(followKeyOf(ctx, matterId))];
  const row = await findMatterRow(ctx.db, matterId);
  if (!row || given.length !== right.length || !timingSafeEqual(given, right)) throw errors.linkUnknown();
  return row;
}

/** How to reach whoever raised it without an account: opened for calling back, and logged; throws callerUnknown. */
export async function getCaller({ db, disclose }: MattersContext, { guestId }: MatterRow): Promise<{ name: string | null; phone: string | null }> {
  const guest = guestId ? await db.selectFrom("matters_guest").selectAll().where("id", "=", guestId).executeTakeFirst() : undefined;
  if (!guest || (guest.name === null && guest.phone === null)) throw errors.callerUnknown();
  return { name: guest.name, phone: guest.phone === null ? null : (await disclose([guest.phone], "callBack"))[0]! };
}
