import { writeAssignmentList, writeAssignmentSheets } from "@lianxin/documents";
import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Id, Nothing, orNull, Text, Words } from "../shapes.js";

const page = "text/html; charset=utf-8";
const Line = Type.Object({
  ...{ id: Text, title: Text, partId: orNull(Text), matterId: orNull(Text), state: Text, isRolled: Type.Boolean(), standard: Text },
  ...{ owner: orNull(Type.Object({ organization: Text, person: Text, dueOn: Text })), supporting: Type.Array(Text) },
  deferred: orNull(Type.Object({ reason: Text, reviewOn: Text })),
});

export const showListRoute = route("GET /meetings/:meetingId/list", {
  summary: "The list of a monthly meeting, with its account: rolled over and opened is closed, open, put off, merged or withdrawn",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({
    ...{ title: Text, state: Text, since: orNull(Text), cutOff: Text, lines: Type.Array(Line) },
    sums: Type.Object({
      ...{ rolled: Count, opened: Count, closed: Count, open: Count, ownerless: Count, deferred: Count, merged: Count, withdrawn: Count },
    }),
  }),
  handle: async ({ params, services }) => services.lists.show((await services.meetings.find(params.meetingId))!),
});

export const mergeLinesRoute = route("POST /meetings/:meetingId/list-merges", {
  summary: "Two lines of a list that is being prepared are one: this one goes into the other, with its matter",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ itemId: Id, intoItemId: Id, reason: Words }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.lists.merge((await services.meetings.find(params.meetingId))!, body);
    return {};
  },
});

export const printListRoute = route("GET /meetings/:meetingId/assignment-list", {
  summary: "The lines of a monthly meeting on one list across the page, to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "交办会一览.html",
    type: page,
    body: writeAssignmentList(await services.lists.describe((await services.meetings.find(params.meetingId))!)),
  }),
});

export const printListSheetsRoute = route("GET /meetings/:meetingId/assignment-sheets", {
  summary: "One page for each line of a monthly meeting that is not put off, to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "交办会一件一页.html",
    type: page,
    body: writeAssignmentSheets(await services.lists.describe((await services.meetings.find(params.meetingId))!, true)),
  }),
});
