import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, oneOf, orNull, Text } from "../shapes.js";
import { tellNumber } from "../write-notice/tell-number.js";
import { pageSize, type MeetingRow } from "./meeting.repository.js";

const Line = Type.Object({
  id: Text,
  number: orNull(Text),
  title: Text,
  type: Text,
  state: Text,
  startsAt: orNull(Text),
  endsAt: orNull(Text),
  venueName: orNull(Text),
  postBy: orNull(Text),
  postedOn: orNull(Text),
});

export const lineOf = (meeting: MeetingRow) => {
  const { id, title, type, state, startsAt, endsAt, venueName, postBy, postedOn } = meeting;
  return { id, number: tellNumber(meeting), title, type, state, startsAt, endsAt, venueName, postBy, postedOn };
};
const Page = Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 }));

export const listMeetingsRoute = route("GET /meetings", {
  summary: "Announced meetings at the places one may see: to come, or past; fifty a page",
  may: meetings.permissions.see,
  at: "list",
  query: Type.Object({ tab: oneOf(["coming", "past"] as const), page: Page }),
  returns: Type.Object({ meetings: Type.Array(Line), pageSize: Count }),
  handle: async ({ query, scope, services }) => ({ meetings: (await services.meetings.list(scope, query.tab, query.page ?? 0)).map(lineOf), pageSize }),
});

export const listDraftsRoute = route("GET /drafts", {
  summary: "Meetings being prepared; shown to conveners alone",
  may: meetings.permissions.convene,
  at: "list",
  query: Type.Object({ page: Page }),
  returns: Type.Object({ meetings: Type.Array(Line), pageSize: Count }),
  handle: async ({ query, scope, services }) => ({ meetings: (await services.meetings.list(scope, "drafts", query.page ?? 0)).map(lineOf), pageSize }),
});

const Asked = Type.Object({ ...Line.properties, inviteeId: Text, rsvp: Text, kind: Text, memberName: orNull(Text) });

export const listOwnMeetings = route("GET /mine", {
  summary: "Meetings the person asking is invited to, or sits in at for the member named, next first",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ meetings: Type.Array(Asked) }),
  async handle({ actor, services, use }) {
    const rows = actor.personId ? await services.meetings.of(actor.personId) : [];
    const others = rows.filter(({ memberId }) => memberId !== actor.personId);
    const names = await use.directory.namesOf(others.map(({ memberId }) => memberId));
    return {
      meetings: rows.map(({ inviteeId, rsvp, inviteeKind, memberId, ...meeting }) => ({
        ...{ ...lineOf(meeting), inviteeId, rsvp, kind: inviteeKind },
        memberName: memberId === actor.personId ? null : (names.get(memberId) ?? ""),
      })),
    };
  },
});
