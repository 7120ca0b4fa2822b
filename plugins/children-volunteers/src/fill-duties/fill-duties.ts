import type { Scope } from "@lianxin/plugin-kit";
import { asksOfSessions } from "../ask-volunteers/ask.repository.js";
import { writeDown } from "../ask-volunteers/write-down.js";
import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";
import { proposeFor } from "./propose.js";

/** Sessions of one programme that have too few adults; throws noDuty when there is none. */
export async function dutiesOfProgramme({ use }: BridgeContext, programmeId: string) {
  const duties = (await use.childrenActivities.openDuties("/")).filter((duty) => duty.programmeId === programmeId);
  if (duties.length === 0) throw errors.noDuty();
  return duties;
}

/** Puts whose turn it is on duty at every session of a programme that lacks adults; each is told, with the link to decline. Gives how many, and how many are still missing. */
export async function fillProgramme(ctx: BridgeContext, programmeId: string): Promise<{ placed: number; missing: number }> {
  let [placed, missing] = [0, 0];
  for (const { duty, personIds } of await proposeFor(ctx, await dutiesOfProgramme(ctx, programmeId))) {
    for (const personId of personIds) {
      await ctx.use.childrenActivities.takeDuty({ sessionId: duty.sessionId, personId });
      await writeDown(ctx, { duty, personId, state: "placed" });
    }
    placed += personIds.length;
    missing += duty.short - personIds.length;
  }
  ctx.audit("programme.fill", programmeId, { placed, missing });
  return { placed, missing };
}

/** Where adults are missing at the places one may plan at: who would be put there by turn, who was asked and what they said. */
export async function showDuties(ctx: BridgeContext, scope: Scope) {
  const lists = await Promise.all(scope.paths.map((path) => ctx.use.childrenActivities.openDuties(path)));
  const duties = [...new Map(lists.flat().map((duty) => [duty.sessionId, duty])).values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const asks = await asksOfSessions(
    ctx.db,
    duties.map(({ sessionId }) => sessionId),
  );
  const proposals = await proposeFor(ctx, duties);
  const names = await ctx.use.directory.namesOf([...asks.map(({ personId }) => personId), ...proposals.flatMap(({ personIds }) => personIds)]);
  const nameOf = (id: string): string => names.get(id) ?? "";
  return proposals.map(({ duty, personIds }) => ({
    ...duty,
    proposed: personIds.map(nameOf),
    asked: asks.filter(({ sessionId }) => sessionId === duty.sessionId).map(({ personId, state, isTold }) => ({ name: nameOf(personId), state, isTold })),
  }));
}
