import type { Matters } from "@lianxin/matters";
import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Found, FoundWithMeetings, nameThose, Reason, Redactions, Taken } from "./redactions.route.js";

const placeOf = async (matters: Matters, id: string) => {
  const matter = await matters.findMatter(id);
  return (matter && { path: matter.placePath })!;
};

export const findMatterWordsRoute = route("POST /matters/:matterId/word-search", {
  summary: "In how many records of a matter words stand outside of meetings, by kind, and which meetings have them too, before they are taken out",
  may: meetings.permissions.publish,
  at: ({ params, use }) => placeOf(use.matters, params.matterId),
  body: Type.Object({ words: Taken }),
  returns: FoundWithMeetings,
  handle: async ({ params: { matterId }, body: { words }, services, may }) => ({
    found: [...(await services.matterRedactions.find(matterId, words))],
    elsewhere: await nameThose(await services.matterRedactions.findMeetings(matterId, words), may),
  }),
});

export const redactMatterRoute = route("POST /matters/:matterId/redactions", {
  summary: "Take words out of everything that is kept of a matter outside of meetings, for good; that it was done is kept with its reason",
  may: meetings.permissions.publish,
  at: ({ params, use }) => placeOf(use.matters, params.matterId),
  body: Type.Object({ words: Taken, reason: Reason }),
  returns: Found,
  handle: async ({ params, body, services }) => ({ found: [...(await services.matterRedactions.redact(params.matterId, body))] }),
});

export const listMatterRedactionsRoute = route("GET /matters/:matterId/redactions", {
  summary: "When words were taken out of what is kept of a matter, by whom and why",
  may: meetings.permissions.record,
  at: ({ params, use }) => placeOf(use.matters, params.matterId),
  returns: Redactions,
  handle: async ({ params, services }) => ({ redactions: await services.matterRedactions.list(params.matterId) }),
});
