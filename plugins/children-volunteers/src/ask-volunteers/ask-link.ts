import { timingSafeEqual } from "node:crypto";
import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";
import { findAsk, type AskRow } from "./ask.repository.js";

const keyOf = ({ blind }: Pick<BridgeContext, "blind">, askId: string): string => blind(`children-volunteers.ask ${askId}`).slice(0, 22);

/** The page of one question, for whoever has this address; made with the house's key, so that none can be guessed. */
export const linkOf = (ctx: Pick<BridgeContext, "blind">, askId: string): string => `/children-volunteers/ask/${askId}/${keyOf(ctx, askId)}`;

/** What somebody was asked, by their link; throws linkUnknown alike for a wrong key and for one that is not there. */
export async function getByLink(ctx: BridgeContext, askId: string, key: string): Promise<AskRow> {
  const [given, kept] = [Buffer.from(key), Buffer.from(keyOf(ctx, askId))];
  const row = given.length === kept.length && timingSafeEqual(given, kept) ? await findAsk(ctx.db, askId) : undefined;
  if (!row) throw errors.linkUnknown();
  return row;
}
