import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Id, Line, LocalTime, Nothing, oneOf, orNull, Text, WithId } from "../shapes.js";
import { planKinds } from "./plan-words.js";
import type { PlanRow } from "./plan.repository.js";

interface Asked {
  readonly params: { readonly planId: string };
  readonly services: { readonly plans: { placeOf(id: string): Promise<{ path: string } | undefined>; find(id: string): Promise<PlanRow | undefined> } };
}
const at = async ({ params, services }: Asked) => (await services.plans.placeOf(params.planId))!;
const planOf = async ({ params, services }: Asked) => (await services.plans.find(params.planId))!;
const Standing = { present: Count, members: Count, need: Count, postBy: orNull(Text), broken: Type.Array(Text) };

export const beginPlanRoute = route("POST /plans", {
  summary: "Begin to place the drafts of a place in a span of days, or to mend what no longer fits; nobody is told",
  may: meetings.permissions.convene,
  at: async ({ body, use }) => ({ path: (await use.directory.findPlace(body.placeId))?.path ?? "/" }),
  body: Type.Object({ placeId: Id, kind: oneOf(planKinds), fromOn: Day, untilOn: Day, seconds: Type.Integer({ minimum: 1, maximum: 60 }) }),
  returns: WithId,
  handle: async ({ body, services }) => ({ id: await services.plans.begin(body) }),
});

export const beginOtherRoute = route("POST /plans/:planId/other", {
  summary: "Look for another way to mend what a repair mends, with later times; nobody is told",
  may: meetings.permissions.convene,
  at,
  returns: WithId,
  handle: async (ctx) => ({ id: await ctx.services.plans.beginOther(await planOf(ctx)) }),
});

export const listPlansRoute = route("GET /plans", {
  summary: "The latest plans of the reader's places",
  may: meetings.permissions.convene,
  at: "list",
  returns: Type.Object({
    plans: Type.Array(Type.Object({ id: Text, kind: Text, state: Text, fromOn: Text, untilOn: Text, createdAt: Text, appliedAt: orNull(Text) })),
  }),
  async handle({ scope, services }) {
    const rows = await services.plans.list(scope);
    const states = await Promise.all(rows.map(services.plans.stateOf));
    return { plans: rows.map(({ taskId: _taskId, ...plan }, i) => ({ ...plan, state: states[i]! })) };
  },
});

const Spot = Type.Object({ startsAt: Text, endsAt: Text, venueId: orNull(Text) });
const Entry = Type.Object({ meetingId: Text, title: Text, state: Text, ...Standing, place: orNull(Spot), was: orNull(Spot) });

export const showPlanRoute = route("GET /plans/:planId", {
  summary: "A plan: how far it is, what stands where, what moved, what found no time and why",
  may: meetings.permissions.convene,
  at,
  returns: Type.Object({
    ...{ id: Text, kind: Text, state: Text, fromOn: Text, untilOn: Text, appliedAt: orNull(Text), total: Count, isWorking: Type.Boolean() },
    ...{ share: Type.Number(), placed: Count, done: Count, skipped: Count, halted: orNull(Count), error: orNull(Text) },
    venues: Type.Array(Type.Object({ id: Text, name: Text, seats: Count })),
    entries: Type.Array(Entry),
    fixed: Type.Array(Type.Object({ id: Text, title: Text, startsAt: Text, endsAt: Text, venueId: orNull(Text) })),
  }),
  handle: async (ctx) => ctx.services.plans.show(await planOf(ctx)),
});

export const stopPlanRoute = route("POST /plans/:planId/stop", {
  summary: "Stop the search with the best so far",
  may: meetings.permissions.convene,
  at,
  returns: Nothing,
  async handle(ctx) {
    const { taskId } = await planOf(ctx);
    if (taskId) await ctx.tasks.stop(taskId);
    return {};
  },
});

const Move = Type.Object({ startsAt: LocalTime, venueId: orNull(Id) });
const Verdict = Type.Object(Standing);

export const tryMoveRoute = route("POST /plans/:planId/entries/:meetingId/trial", {
  summary: "What moving one meeting of a plan would break",
  may: meetings.permissions.convene,
  at,
  reads: true,
  body: Move,
  returns: Verdict,
  handle: async (ctx) => ctx.services.plans.tryMove(await planOf(ctx), { ...ctx.body, meetingId: ctx.params.meetingId }),
});

export const moveEntryRoute = route("PUT /plans/:planId/entries/:meetingId", {
  summary: "Put one meeting of a plan elsewhere; nobody is told",
  may: meetings.permissions.convene,
  at,
  body: Move,
  returns: Verdict,
  handle: async (ctx) => ctx.services.plans.move(await planOf(ctx), { ...ctx.body, meetingId: ctx.params.meetingId }),
});

export const applyPlanRoute = route("POST /plans/:planId/application", {
  summary: "Give the meetings of a plan their times: drafts quietly, moved meetings with letters to those invited",
  may: meetings.permissions.convene,
  at,
  body: Type.Object({ lateReason: Type.Optional(Line) }),
  returns: Nothing,
  async handle(ctx) {
    await ctx.services.plans.apply(await planOf(ctx), ctx.body.lateReason);
    return {};
  },
});
