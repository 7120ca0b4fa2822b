import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { InsuranceShape } from "./insurance.js";
import { Day, Id, Line, oneOf, orNull, Text, Time, Words } from "../shapes.js";

const Count = Type.Integer({ minimum: 0, maximum: 10_000 });
const Post = Type.Object({
  ...{ kind: oneOf(["leader", "skilled", "member"]), title: Line, least: Count, most: Count, isAdultsOnly: Type.Boolean() },
  skill: Type.Optional(Type.String({ maxLength: 20 })),
});
const Site = Type.Object({ placeId: Id, work: Line, meetingPoint: Type.Optional(Line), posts: Type.Array(Post, { minItems: 1, maxItems: 3 }) });

export const planSeriesRoute = route("POST /series", {
  summary: "Plan a series, every Thursday 08:30–10:30, with its sites and posts; its dates are opened at once, those on a holiday wait for a decision",
  may: volunteerDays.permissions.plan,
  at: async ({ use }) => ({ path: (await use.directory.community())!.path }),
  body: Type.Object({
    ...{ title: Line, weekday: Type.Integer({ minimum: 1, maximum: 7 }), startTime: Time, endTime: Time, fromOn: Day, untilOn: Type.Optional(Day) },
    ...{ meetingPoint: Line, tools: Type.Optional(Words), hazards: Type.Optional(Words), ...InsuranceShape },
    sites: Type.Array(Site, { minItems: 1, maxItems: 100 }),
  }),
  returns: Type.Object({ id: Text, missingYears: Type.Array(Type.Integer()) }),
  async handle({ body, services, use }) {
    const { id, missingYears } = await services.series.plan((await use.directory.community())!.path, body);
    return { id, missingYears: [...missingYears] };
  },
});

export const addSiteRoute = route("POST /series/:seriesId/sites", {
  summary: "One more site for a series, from today's dates on",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Site,
  returns: Type.Object({ id: Text }),
  handle: async ({ params, body, services }) => ({ id: await services.series.addSite((await services.series.find(params.seriesId))!, body) }),
});

export const listSeriesRoute = route("GET /series", {
  summary: "The series of the places one may see, with their sites; one that goes to a compound of theirs alone is not theirs as a whole",
  may: volunteerDays.permissions.see,
  at: "list",
  returns: Type.Object({
    mayPlan: Type.Boolean(),
    series: Type.Array(
      Type.Object({
        isWhole: Type.Boolean(),
        ...{ id: Text, title: Text, weekday: Type.Integer(), startTime: Text, endTime: Text, fromOn: Text, untilOn: orNull(Text) },
        ...{ meetingPoint: Text, tools: orNull(Text), hazards: orNull(Text), insurance: orNull(Text) },
        ...{ insurer: orNull(Text), policyNumber: orNull(Text), insuredFrom: orNull(Text), insuredUntil: orNull(Text) },
        sites: Type.Array(
          Type.Object({
            ...{ id: Text, name: Text, work: Text, isClosed: Type.Boolean(), meetingPoint: orNull(Text) },
            // Of the members of a team.
            ...{ least: Type.Integer(), most: Type.Integer(), hasLeader: Type.Boolean() },
          }),
        ),
      }),
    ),
  }),
  async handle({ services, scope, use, may }) {
    const rows = await services.series.seen(scope);
    const community = await use.directory.community();
    const sites = await Promise.all(rows.map(({ id }) => services.series.sites(id)));
    return {
      mayPlan: community !== undefined && (await may("volunteer-days.plan", { path: community.path })),
      series: rows.map((row, i) => ({
        ...row,
        sites: sites[i]!.map(({ id, name, work, closedOn, meetingPoint, posts }) => {
          const { least, most } = posts.find(({ kind }) => kind === "member") ?? { least: 0, most: 0 };
          return { id, name, work, isClosed: closedOn !== null, meetingPoint, least, most, hasLeader: posts.some(({ kind }) => kind === "leader") };
        }),
      })),
    };
  },
});

export const listPlacesRoute = route("GET /places", {
  summary: "The compounds a series may have as its sites; any place where there is no compound",
  may: volunteerDays.permissions.plan,
  at: "list",
  returns: Type.Object({ places: Type.Array(Type.Object({ id: Text, name: Text })) }),
  async handle({ scope, use }) {
    const places = await use.directory.placesIn(scope);
    const compounds = places.filter(({ kind }) => kind === "compound");
    return { places: (compounds.length > 0 ? compounds : places).map(({ id, name }) => ({ id, name })) };
  },
});
