import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Nothing, orNull, Text, Words } from "../shapes.js";

const Said = Type.String({ minLength: 1, maxLength: 2000, pattern: "\\S" });
const Objection = Type.Object({
  ...{ id: Text, words: Text, name: orNull(Text), state: Text, raisedAt: Text, answer: orNull(Text), answeredBy: orNull(Text) },
});

export const showNoticeStateRoute = route("GET /public/notices/:noticeId/state", {
  summary: "One public notice: until when it is up, whether it still is; what was said against it for those who answer it",
  may: "anyone",
  at: async ({ params, services }) => (await services.minutes.placeOf(params.noticeId))!,
  returns: Type.Object({
    ...{ id: Text, title: Text, fromOn: Text, toOn: Text, hash: Text, state: Text, endReason: orNull(Text), endedAt: orNull(Text) },
    takenOutAt: Type.Array(Text),
    ...{ mayAnswer: Type.Boolean(), phone: orNull(Text), objections: Type.Array(Objection) },
    answers: Type.Array(Type.Object({ id: Text, isUpheld: Type.Boolean(), answer: Text, answeredAt: Text })),
  }),
  async handle({ params, services, may }) {
    const notice = (await services.minutes.find(params.noticeId))!;
    return services.objections.show(notice, { mayAnswer: await may("meetings.publish", { path: notice.placePath }) });
  },
});

export const raiseObjectionRoute = route("POST /public/notices/:noticeId/objections", {
  summary: "Say that one is of another opinion while a notice is up; no account and no name is needed, and only the community reads it",
  may: "anyone",
  at: async ({ params, services }) => (await services.minutes.placeOf(params.noticeId))!,
  limit: { most: 10, minutes: 10 },
  body: Type.Object({ words: Said, name: Type.Optional(Type.String({ maxLength: 50 })) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.objections.raise((await services.minutes.find(params.noticeId))!, body);
    return {};
  },
});

export const answerNoticeObjectionRoute = route("POST /objections/:objectionId/answer", {
  summary: "Answer an objection to a notice: it stays as it is, or there is something in it",
  may: meetings.permissions.publish,
  at: async ({ params, services }) => (await services.objections.placeOf(params.objectionId))!,
  body: Type.Object({ answer: Words, isUpheld: Type.Boolean() }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.objections.answer((await services.objections.find(params.objectionId))!, body);
    return {};
  },
});

export const withdrawNoticeRoute = route("POST /public-notices/:noticeId/withdrawal", {
  summary: "Take a notice down before its time, with a reason that anybody may read",
  may: meetings.permissions.publish,
  at: async ({ params, services }) => (await services.minutes.placeOfAny(params.noticeId))!,
  body: Type.Object({ reason: Words }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.objections.withdraw((await services.minutes.find(params.noticeId))!, body.reason);
    return {};
  },
});

export const listObjectedRoute = route("GET /objected-notices", {
  summary: "Notices that somebody objected to and that wait for an answer or for a correction",
  may: meetings.permissions.publish,
  at: "list",
  returns: Type.Object({ notices: Type.Array(Type.Object({ id: Text, title: Text, toOn: Text, isFaulted: Type.Boolean() })) }),
  handle: async ({ scope, services }) => ({
    notices: (await services.objections.listOpen(scope)).map(({ state, ...notice }) => ({ ...notice, isFaulted: state === "faulted" })),
  }),
});
