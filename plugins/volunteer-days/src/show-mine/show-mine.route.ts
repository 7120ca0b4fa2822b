import { Type } from "typebox";
import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { errors } from "../errors.js";
import { feedOf, fitsFeed } from "../sign-up/private-link.js";
import { findVolunteer, nowKnownAs } from "../sign-up/sign-up.repository.js";
import { route } from "../services.js";
import { BecauseShape, Nothing, orNull, Text } from "../shapes.js";
import { showMine } from "./show-mine.js";
import { writeMine, writeMyFeed } from "./write-entries.js";

const limit = { most: 240, minutes: 10 };

export const showMineRoute = route("GET /public/sign-ups/:signUpId/:key", {
  summary: "One sign-up, for whoever has its private link",
  may: "anyone",
  at: "none",
  limit,
  returns: Type.Object({
    ...{
      name: Text,
      state: Text,
      number: Text,
      queue: orNull(Type.Integer()),
      title: Text,
      originalOn: Text,
      heldOn: Text,
      startsAt: Text,
      endsAt: Text,
      dayState: Text,
    },
    dayId: Text,
    ...{
      reason: orNull(Text),
      holiday: orNull(Text),
      words: orNull(Text),
      siteName: Text,
      postTitle: Text,
      work: Text,
      tools: orNull(Text),
      hazards: orNull(Text),
      meetingPoint: Text,
    },
    ...{
      phone: orNull(Text),
      feed: Text,
      offeredUntil: orNull(Text),
      mayPassOn: Type.Boolean(),
      arrivedAt: orNull(Text),
      leftAt: orNull(Text),
      isOpen: Type.Boolean(),
      task: orNull(Text),
      minutes: Type.Integer(),
      served: Type.Array(Type.Object({ heldOn: Text, siteName: Text, minutes: Type.Integer() })),
      hereMinutes: orNull(Type.Integer()),
      isOver: Type.Boolean(),
      isAbsent: Type.Boolean(),
      endReason: orNull(Text),
      swappedTo: orNull(Text),
      children: Type.Integer(),
      mayCancel: Type.Boolean(),
      mayComeAgain: Type.Boolean(),
      because: orNull(BecauseShape),
    },
    rota: orNull(Type.Object({ isOn: Type.Boolean(), pausedUntil: orNull(Text), placed: Type.Integer(), series: Type.Array(Text) })),
    otherDays: Type.Array(Type.Object({ dayId: Text, title: Text, startsAt: Text, endsAt: Text, siteName: Text, meetingPoint: Text })),
    others: Type.Array(Type.Object({ link: Text, state: Text, startsAt: Text, endsAt: Text, siteName: Text })),
  }),
  async handle(ctx) {
    const mine = await showMine(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key));
    return { ...mine, otherDays: [...mine.otherDays] };
  },
});

export const calendarRoute = route("GET /public/sign-ups/:signUpId/:key/calendar.ics", {
  summary: "The calendar entry of one sign-up, for whoever has its private link; fetched again it tells what changed",
  may: "anyone",
  at: "none",
  limit,
  returns: Nothing,
  handle: async (ctx) => ({
    file: "志愿服务.ics",
    type: "text/calendar; charset=utf-8",
    body: await writeMine(ctx, (await getByLink(ctx, ctx.params.signUpId, ctx.params.key)).id),
  }),
});

export const feedRoute = route("GET /public/volunteers/:volunteerId/:key/calendar.ics", {
  summary: "The calendar of one volunteer to subscribe to, for whoever has its private address; what was given back or called off stays as cancelled",
  may: "anyone",
  at: "none",
  limit,
  returns: Nothing,
  async handle(ctx) {
    const { volunteerId, key } = ctx.params;
    const owner = await findVolunteer(ctx.db, volunteerId);
    if (!owner || !fitsFeed(ctx, owner, key)) throw errors.linkUnknown();
    return { file: "志愿服务.ics", type: "text/calendar; charset=utf-8", body: await writeMyFeed(ctx, await nowKnownAs(ctx.db, owner)), revalidates: true };
  },
});

export const renewFeedRoute = route("POST /public/sign-ups/:signUpId/:key/feed", {
  summary: "Change the address of one's calendar, so that whoever has the old one sees nothing any more",
  may: "anyone",
  at: "none",
  limit,
  returns: Type.Object({ feed: Text }),
  async handle(ctx) {
    const { volunteerId } = await getByLink(ctx, ctx.params.signUpId, ctx.params.key);
    const owner = (await findVolunteer(ctx.db, volunteerId))!;
    const feedTurn = (owner.feedTurn ?? 0) + 1;
    await ctx.db.updateTable("volunteer_days_volunteer").set({ feedTurn }).where("id", "=", volunteerId).execute();
    // Nor does the address of a name that was joined into this one.
    await ctx.db.updateTable("volunteer_days_volunteer").set({ joinedIntoId: null }).where("joinedIntoId", "=", volunteerId).execute();
    ctx.audit("feed.renew", volunteerId);
    return { feed: feedOf(ctx, { id: volunteerId, feedTurn }) };
  },
});
