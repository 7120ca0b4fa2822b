import { errors } from "../errors.js";
import { findRules } from "../keep-rules/find-rules.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import type { MeetingsContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import type { PollRow } from "./poll.repository.js";

/** The rules of a poll on a day; throws packUnknown. */
export async function getPollPack({ db }: MeetingsContext, packId: string, day: string): Promise<RulePack> {
  const pack = await findRules(db, packId, day);
  if (!pack) throw errors.packUnknown({}, "body.packId");
  return pack;
}

/** The rules by which a poll is held: those of the day it opened, those of today before that. Throws packUnknown. */
export const getPackOfPoll = (ctx: MeetingsContext, { packId, openedAt }: PollRow): Promise<RulePack> =>
  getPollPack(ctx, packId, openedAt === null ? ctx.clock.today() : dayOf(openedAt, ctx.clock.zone));

/** Are votes or the quorum also weighed by floor area? */
export const needsArea = ({ pass, quorum }: RulePack): boolean => pass.measures.includes("area") || quorum.some(({ of }) => of === "area");
