import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { mayAnswerFor } from "../link-account/may-answer-for.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Nothing, oneOf, WithId } from "../shapes.js";
import { channelKinds } from "../words.js";

const Text = Type.String();
/** `isVerified`: the person proved it; `isConfirmed`: somebody who gives roles vouched for it. */
export const ChannelShape = Type.Object({
  ...{ id: Text, kind: Text, address: contact(Text) },
  ...{ isVerified: Type.Boolean(), isConfirmed: Type.Boolean(), isPreferred: Type.Boolean() },
});

export const showContactRoute = route("GET /people/:personId/channels", {
  summary: "Addresses of a person: masked, or in full and logged when the reader asks to see and may",
  may: directory.permissions.see,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Type.Object({
    channels: Type.Array(ChannelShape),
  }),
  handle: async ({ params, services }) => ({ channels: await services.channels.of(params.personId) }),
});

export const addChannelRoute = route("POST /people/:personId/channels", {
  summary: "Add a way to reach a person",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ kind: oneOf(channelKinds), address: Type.String({ minLength: 1, maxLength: 254 }), isPreferred: Type.Optional(Type.Boolean()) }),
  returns: WithId,
  async handle({ params, body, services, actor, may }) {
    const isConfirmed = await mayAnswerFor({ services, may }, params.personId);
    return { id: await services.channels.add(params.personId, { ...body, enteredBy: actor.personId, isConfirmed }) };
  },
});

export const confirmChannelRoute = route("POST /people/:personId/channels/:channelId/confirm", {
  summary: "Vouch for an address: whoever proves it is this person, with all their roles",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Nothing,
  async handle({ params, services, may }) {
    if (!(await mayAnswerFor({ services, may }, params.personId))) throw errors.notYours();
    await services.channels.confirm(params.personId, params.channelId);
    return {};
  },
});

export const removeChannelRoute = route("DELETE /people/:personId/channels/:channelId", {
  summary: "Take a way to reach a person out",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Nothing,
  async handle({ params, services, audit }) {
    await services.channels.remove(params.personId, params.channelId);
    audit("channel.remove", params.personId);
    return {};
  },
});
