import { Type } from "typebox";
import { errors } from "../errors.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Nothing } from "../shapes.js";
import { mayAnswerFor } from "./may-answer-for.js";

export const shareAccountRoute = route("POST /people/:personId/accounts", {
  summary: "Let the account of one person, who has proved it, act for this person too",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ holderId: Id }),
  returns: Type.Object({ accounts: Type.Integer() }),
  async handle({ params, body, services, may }) {
    if (!(await mayAnswerFor({ services, may }, params.personId))) throw errors.notYours();
    const holder = await services.people.placeOf(body.holderId);
    if (!holder || !(await may("directory.giveRoles", holder))) throw errors.personUnknown({}, "body.holderId");
    return { accounts: await services.accounts.share(params.personId, body.holderId) };
  },
});

export const confirmLinkRoute = route("POST /people/:personId/accounts/:linkId/confirm", {
  summary: "This account is surely this person's, and has their roles",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Nothing,
  async handle({ params, services, may }) {
    if (!(await mayAnswerFor({ services, may }, params.personId))) throw errors.notYours();
    if (!(await services.accounts.of(params.personId)).some((link) => link.id === params.linkId)) throw errors.accountUnlinked();
    await services.accounts.confirm(params.personId, params.linkId);
    return {};
  },
});

export const endLinkRoute = route("POST /people/:personId/accounts/:linkId/end", {
  summary: "This account no longer acts for this person",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Nothing,
  async handle({ params, services, may }) {
    if (!(await mayAnswerFor({ services, may }, params.personId))) throw errors.notYours();
    if (!(await services.accounts.of(params.personId)).some((link) => link.id === params.linkId)) throw errors.accountUnlinked();
    await services.accounts.end(params.linkId);
    return {};
  },
});

/** Whoever stops an account decides about everybody it stands for. */
async function checkAll({ services, may }: Parameters<typeof mayAnswerFor>[0], { personId, linkId }: { readonly personId: string; readonly linkId: string }) {
  for (const id of await services.accounts.peopleBehind(personId, linkId)) if (!(await mayAnswerFor({ services, may }, id))) throw errors.notYours();
}

export const disableAccountRoute = route("POST /people/:personId/accounts/:linkId/disable", {
  summary: "Nobody signs in with this account any more, for whomever it stood",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Nothing,
  async handle({ params, services, may }) {
    await checkAll({ services, may }, params);
    await services.accounts.disable(params.personId, params.linkId);
    return {};
  },
});

export const enableAccountRoute = route("POST /people/:personId/accounts/:linkId/enable", {
  summary: "This account may be signed in to again",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Nothing,
  async handle({ params, services, may }) {
    await checkAll({ services, may }, params);
    await services.accounts.enable(params.personId, params.linkId);
    return {};
  },
});
