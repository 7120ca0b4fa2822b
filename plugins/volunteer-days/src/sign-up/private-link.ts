import { timingSafeEqual } from "node:crypto";
import type { VolunteerDaysContext } from "../plugin.js";

type Blind = Pick<VolunteerDaysContext, "blind">;

/** The secret of a private link: made from the sign-up's id with the house's own key, so that none is stored and none can be guessed. 128 bits. */
const keyOf = ({ blind }: Blind, signUpId: string): string => blind(`volunteer-days.link ${signUpId}`).slice(0, 22);

/** Messengers take what stands right behind an address into it, "，没有任何影响": a key ends before the first sign that no key has. */
const bare = (key: string): string => /^[\w-]*/.exec(key)![0];

function isSame(key: string, right: string): boolean {
  const [given, kept] = [Buffer.from(bare(key)), Buffer.from(right)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** The page of one sign-up, for whoever has this address. */
export const linkOf = (ctx: Blind, signUpId: string): string => `/volunteer-days/mine/${signUpId}/${keyOf(ctx, signUpId)}`;

interface FeedOwner {
  readonly id: string;
  readonly feedTurn: number | null;
}
/** The calendar of one volunteer, for whoever has this address; another one after each turn. */
export const feedOf = ({ blind }: Blind, { id, feedTurn }: FeedOwner): string =>
  `/api/volunteer-days/public/volunteers/${id}/${blind(`volunteer-days.feed ${id}${feedTurn === null ? "" : ` ${feedTurn}`}`).slice(0, 22)}/calendar.ics`;

export const fitsFeed = (ctx: Blind, owner: FeedOwner, key: string): boolean => isSame(key, feedOf(ctx, owner).split("/").at(-2)!);

export const fitsLink = (ctx: Blind, signUpId: string, key: string): boolean => isSame(key, keyOf(ctx, signUpId));

/** The page of a question to one person: may they stand in, would they swap? */
export const keyedPath = ({ blind }: Blind, of: "stand-in" | "swap", id: string): string =>
  `/volunteer-days/${of}/${id}/${blind(`volunteer-days.${of} ${id}`).slice(0, 22)}`;

export const fitsKey = (ctx: Blind, of: "stand-in" | "swap", id: string, key: string): boolean => isSame(key, keyedPath(ctx, of, id).split("/").at(-1)!);
