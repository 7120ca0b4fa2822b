import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Name, Note, Nothing, oneOf, Version, Weekly, WithId } from "../shapes.js";
import { venueKinds } from "../words.js";

const Text = Type.String();
const fields = {
  name: Name,
  kind: oneOf(venueKinds),
  seats: Type.Integer({ minimum: 1, maximum: 100_000 }),
  equipment: Type.Array(Type.String({ minLength: 1, maxLength: 30 }), { maxItems: 30 }),
  openings: Weekly,
  closures: Type.Array(Type.Object({ fromOn: Day, toOn: Day, reason: Note }), { maxItems: 100 }),
};

export const listVenuesRoute = route("GET /venues", {
  summary: "Open venues at the places one may see, with hours and closures",
  may: directory.permissions.see,
  at: "list",
  returns: Type.Object({ venues: Type.Array(Type.Object({ ...fields, name: Text, kind: Text, id: Text, placeId: Text, version: Version })) }),
  async handle({ scope, services }) {
    const rows = await services.venues.list(scope);
    const cards = await services.venues.cards(rows);
    const venues = cards.map(({ placePath, ...card }, i) => ({ ...card, placeId: rows[i]!.placeId, version: rows[i]!.version }));
    return { venues: venues.map((v) => ({ ...v, equipment: [...v.equipment], openings: [...v.openings], closures: [...v.closures] })) };
  },
});

export const addVenueRoute = route("POST /venues", {
  summary: "Add a venue with its weekly hours and closures",
  may: directory.permissions.arrange,
  at: async ({ body, services }) => (await services.places.placeOf(body.placeId))!,
  body: Type.Object({ placeId: Id, ...fields }),
  returns: WithId,
  handle: async ({ body: { placeId, ...venue }, services }) => ({ id: await services.venues.add(placeId, venue) }),
});

export const changeVenueRoute = route("PUT /venues/:venueId", {
  summary: "Change a venue and its hours as a whole, or close it for good",
  may: directory.permissions.arrange,
  at: async ({ params, services }) => (await services.venues.placeOf(params.venueId))!,
  body: Type.Object({ ...fields, version: Version, isClosed: Type.Boolean() }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.venues.change(params.venueId, body);
    return {};
  },
});
