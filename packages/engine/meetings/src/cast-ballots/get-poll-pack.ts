import { errors } from "../errors.js";
import { findRules } from "../keep-rules/find-rules.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import type { MeetingsContext } from "../plugin.js";

/** The rules of a poll on a day; throws packUnknown. */
export async function getPollPack({ db }: MeetingsContext, packId: string, day: string): Promise<RulePack> {
  const pack = await findRules(db, packId, day);
  if (!pack) throw errors.packUnknown({}, "body.packId");
  return pack;
}

/** Are votes or the quorum also weighed by floor area? */
export const needsArea = ({ pass, quorum }: RulePack): boolean => pass.measures.includes("area") || quorum.some(({ of }) => of === "area");
