import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, orNull, Text } from "../shapes.js";

export const reportPeriodRoute = route("GET /places/:placeId/report", {
  summary: "What was raised at a place in a period, how soon it was answered, what became of it, and what residents said; counts only",
  may: meetings.permissions.see,
  at: async ({ params, use }) => (await use.directory.findPlace(params.placeId))!,
  query: Type.Object({ from: Day, to: Day }),
  returns: Type.Object({
    ...{ placeName: Text, from: Text, to: Text, raised: Count, resolved: Count, underway: Count, returned: Count, withdrawn: Count, merged: Count },
    ...{ answered: Count, medianMinutes: orNull(Count), due: Count, inTime: Count, openBefore: Count },
    ratings: Type.Object({ count: Count, satisfied: Count, basically: Count, dissatisfied: Count }),
  }),
  async handle({ params, query: { from, to }, use, services }) {
    const { name, path } = (await use.directory.findPlace(params.placeId))!;
    return { placeName: name, ...(await services.report(path, [from, to])) };
  },
});
