import type { Place } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findHome } from "../keep-homes/home.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { isDirector } from "./must-be.js";
import { findPost, findProgramme, findSession } from "./session.repository.js";

type May = (permission: "children-activities.plan", place: Place) => Promise<boolean>;

/** Activities of a home are planned by who plans at its place, and by its children's director, wherever their own office lies and without any. Throws plannersOnly. */
export async function mustPlanAt(ctx: ActivitiesContext, homeId: string, may: May): Promise<void> {
  const home = (await findHome(ctx.db, homeId))!;
  if (!(await may("children-activities.plan", { path: home.placePath })) && !(await isDirector(ctx, homeId))) throw errors.plannersOnly();
}
/** The same of the home of a plan. */
export const mustPlanProgramme = async (ctx: ActivitiesContext, programmeId: string, may: May): Promise<void> =>
  mustPlanAt(ctx, (await findProgramme(ctx.db, programmeId))!.homeId, may);
/** The same of the home of a date. */
export const mustPlanSession = async (ctx: ActivitiesContext, sessionId: string, may: May): Promise<void> =>
  mustPlanAt(ctx, (await findSession(ctx.db, sessionId))!.homeId, may);
/** The same of the home of a duty. */
export const mustPlanPost = async (ctx: ActivitiesContext, postId: string, may: May): Promise<void> =>
  mustPlanSession(ctx, (await findPost(ctx.db, postId))!.sessionId, may);
