import { timingSafeEqual } from "node:crypto";
import type { VolunteerDaysContext } from "../plugin.js";

type Blind = Pick<VolunteerDaysContext, "blind">;

/** The secret of a private link: made from the sign-up's id with the house's own key, so that none is stored and none can be guessed. 128 bits. */
const keyOf = ({ blind }: Blind, signUpId: string): string => blind(`volunteer-days.link ${signUpId}`).slice(0, 22);

/** The page of one sign-up, for whoever has this address. */
export const linkOf = (ctx: Blind, signUpId: string): string => `/volunteer-days/mine/${signUpId}/${keyOf(ctx, signUpId)}`;

export function fitsLink(ctx: Blind, signUpId: string, key: string): boolean {
  const [given, right] = [Buffer.from(key), Buffer.from(keyOf(ctx, signUpId))];
  return given.length === right.length && timingSafeEqual(given, right);
}
