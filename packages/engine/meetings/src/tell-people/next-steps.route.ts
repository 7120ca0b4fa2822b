import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, orNull, Text } from "../shapes.js";

export const showNextStepsRoute = route("GET /meetings/:meetingId/next-steps", {
  summary: "What is left to do before an announced meeting: poster, telling, answers",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  returns: Type.Object({
    ...{ postBy: orNull(Text), postedOn: orNull(Text), postedWhere: orNull(Text), isPostedLate: Type.Boolean() },
    ...{ expected: Count, told: Count, mailed: Count, canMail: Type.Boolean(), coming: Count, away: Count, expectedVotes: Count, need: Count },
    ...{ trouble: Type.Array(Text), placeId: orNull(Text) },
  }),
  handle: async ({ params, services }) => services.notices.nextSteps((await services.meetings.find(params.meetingId))!),
});
