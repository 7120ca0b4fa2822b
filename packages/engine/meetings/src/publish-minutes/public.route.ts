import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Nothing, orNull, Text, Warning, WithId } from "../shapes.js";

const Posting = { fromOn: Day, days: Type.Integer({ minimum: 1, maximum: 60 }) };
const page = "text/html; charset=utf-8";

export const previewPublicMinutes = route("GET /meetings/:meetingId/public-minutes", {
  summary: "The public version before it is put up",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  query: Type.Object(Posting),
  returns: Nothing,
  handle: async ({ params, query, services }) => ({
    file: "会议纪要公开版.html",
    type: page,
    body: (await services.minutes.publicPage((await services.meetings.find(params.meetingId))!, query)).page,
  }),
});

export const confirmMinutesRoute = route("POST /meetings/:meetingId/minutes-confirmation", {
  summary: "The chair has read the minutes and they stand",
  may: meetings.permissions.chair,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ state: Text }),
  handle: async ({ params, services }) => ({ state: (await services.minutes.confirm((await services.meetings.find(params.meetingId))!)).state }),
});

export const reopenMinutesRoute = route("POST /meetings/:meetingId/minutes-reopening", {
  summary: "Minutes that stand are open to be mended again, until they are put up",
  may: meetings.permissions.chair,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ state: Text }),
  handle: async ({ params, services }) => ({ state: (await services.minutes.reopen((await services.meetings.find(params.meetingId))!)).state }),
});

export const mailMinutesRoute = route("POST /meetings/:meetingId/minutes-letters", {
  summary: "Send the minutes that stand to everybody who was asked to the meeting; each gets them once",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ mailed: Count, byHand: Type.Array(Text) }),
  prepare: async ({ params, services }) => services.minutes.enclose((await services.meetings.find(params.meetingId))!),
  handle: async ({ params, services, prepared }) => services.minutes.mail((await services.meetings.find(params.meetingId))!, prepared),
});

export const postMinutesRoute = route("POST /meetings/:meetingId/public-notice", {
  summary: "Put the public version of the minutes up; it cannot be changed afterwards",
  may: meetings.permissions.publish,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object(Posting),
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.minutes.post((await services.meetings.find(params.meetingId))!, body) }),
});

export const listNoticesRoute = route("GET /public/notices", {
  summary: "Minutes that are up or were, latest first; for anyone",
  may: "anyone",
  at: "list",
  returns: Type.Object({ notices: Type.Array(Type.Object({ id: Text, title: Text, fromOn: Text, toOn: Text, hash: Text, state: Text })) }),
  async handle({ scope, services }) {
    const rows = await services.minutes.list(scope);
    return { notices: rows.map(({ id, title, fromOn, toOn, hash, state }) => ({ id, title, fromOn, toOn, hash, state: state ?? "up" })) };
  },
});

export const showNoticeRoute = route("GET /public/notices/:noticeId", {
  summary: "One public notice as the page that was put up; for anyone",
  may: "anyone",
  at: async ({ params, services }) => (await services.minutes.placeOf(params.noticeId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({ file: "公示.html", type: page, body: services.objections.read((await services.minutes.find(params.noticeId))!) }),
});

const Part = Type.Object({ id: Text, title: Text, lead: orNull(Text), dueOn: orNull(Text), light: Text });
const Decision = Type.Object({
  id: Text,
  text: Text,
  arithmetic: Text,
  effect: Text,
  decidedOn: Text,
  warnings: Type.Array(Warning),
  meeting: Text,
  number: orNull(Text),
  noticeId: Text,
  /** Null where nobody counted, as nobody was against it. */
  counts: orNull(Type.Object({ yes: Count, no: Count, abstain: Count })),
  /** What the competent body said when it was asked. */
  vote: orNull(Text),
  parts: Type.Array(Part),
});

export const showLedgerRoute = route("GET /public/decisions", {
  summary: "What was decided and how far it is: units and due dates, no person; for anyone",
  may: "anyone",
  at: "list",
  returns: Type.Object({ decisions: Type.Array(Decision) }),
  handle: async ({ scope, services }) => ({ decisions: await services.minutes.ledger(scope) }),
});
