import { Type } from "typebox";
import { errors } from "../errors.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Nothing, orNull } from "../shapes.js";

const Text = Type.String();

export const coverPlaceRoute = route("POST /places/:placeId/covers", {
  summary: "An overlay place covers another one: roles held there reach it",
  may: directory.permissions.arrange,
  at: async ({ params, services }) => (await services.places.placeOf(params.placeId))!,
  body: Type.Object({ coveredId: Id }),
  returns: Nothing,
  async handle({ params, body, services, may }) {
    const covered = await services.places.placeOf(body.coveredId);
    if (!covered || !(await may("directory.arrange", covered))) throw errors.placeUnknown({}, "body.coveredId");
    await services.places.cover(params.placeId, body.coveredId);
    return {};
  },
});

export const listOverlaysRoute = route("GET /overlays", {
  summary: "What the overlay places one may see cover today",
  may: directory.permissions.see,
  at: "list",
  returns: Type.Object({
    covers: Type.Array(
      Type.Object({ id: Text, overlayId: Text, coveredId: Text, name: Text, kind: Text, parentName: orNull(Text), fromOn: Text, toOn: orNull(Text) }),
    ),
  }),
  handle: async ({ scope, services, clock }) => ({ covers: await services.places.covers(scope, clock.today()) }),
});

export const endCoverRoute = route("POST /covers/:coverId/end", {
  summary: "An overlay place no longer covers another one after today",
  may: directory.permissions.arrange,
  at: async ({ params, services }) => (await services.places.placeOfCover(params.coverId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.places.endCover(params.coverId);
    return {};
  },
});

const keepers = ["grid_leader", "grid_worker", "secretary"] as const;

export const showKeepersRoute = route("GET /places/:placeId/keepers", {
  summary: "Who answers for a place: the nearest grid leader, grid worker and secretary at or above it",
  may: directory.permissions.see,
  at: async ({ params, services }) => (await services.places.placeOf(params.placeId))!,
  returns: Type.Object({ keepers: Type.Array(Type.Object({ personId: Text, fullName: Text, kind: Text, title: Text })) }),
  async handle({ params, services, clock }) {
    const { path } = (await services.places.placeOf(params.placeId))!;
    const holders = [];
    for (const kind of keepers) holders.push(...(await services.roles.whoAnswersFor(kind, path, clock.today())));
    const names = await services.people.namesOf(holders.map((h) => h.personId));
    return { keepers: holders.map(({ personId, kind, title }) => ({ personId, kind, title, fullName: names.get(personId) ?? "" })) };
  },
});
