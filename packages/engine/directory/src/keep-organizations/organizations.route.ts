import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Name, Nothing, oneOf, orNull, Version, WithId } from "../shapes.js";
import { organizationKinds } from "../words.js";

const Text = Type.String();

export const listOrganizationsRoute = route("GET /organizations", {
  summary: "Organisations at the places one may see",
  may: directory.permissions.see,
  at: "list",
  returns: Type.Object({
    organizations: Type.Array(
      Type.Object({ id: Text, name: Text, kind: Text, placeId: Text, placeName: Text, closedOn: orNull(Text), version: Type.Integer() }),
    ),
  }),
  handle: async ({ scope, services }) => ({ organizations: await services.organizations.list(scope) }),
});

export const addOrganizationRoute = route("POST /organizations", {
  summary: "Add an organisation at a place",
  may: directory.permissions.edit,
  at: async ({ body, services }) => (await services.places.placeOf(body.placeId))!,
  body: Type.Object({ name: Name, kind: oneOf(organizationKinds), placeId: Id }),
  returns: WithId,
  handle: async ({ body, services }) => ({ id: await services.organizations.add(body) }),
});

export const changeOrganizationRoute = route("PATCH /organizations/:organizationId", {
  summary: "Rename or close an organisation; its former name keeps its dates",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.organizations.placeOf(params.organizationId))!,
  body: Type.Object({ version: Version, name: Type.Optional(Name), isClosed: Type.Optional(Type.Boolean()) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.organizations.change(params.organizationId, body);
    return {};
  },
});

export const showFormerNamesRoute = route("GET /organizations/:organizationId/names", {
  summary: "Names an organisation had, from when to when",
  may: directory.permissions.see,
  at: async ({ params, services }) => (await services.organizations.placeOf(params.organizationId))!,
  returns: Type.Object({ names: Type.Array(Type.Object({ name: Text, fromOn: Text, toOn: orNull(Text) })) }),
  handle: async ({ params, services }) => ({ names: await services.organizations.formerNames(params.organizationId) }),
});
