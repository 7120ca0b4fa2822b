import { Type } from "typebox";
import { route } from "../services.js";
import { Day, Id, Made, Nothing, oneOf, orNull, Text, Time } from "../shapes.js";
import { strikeReasons } from "./correct-incident.js";
import { incidentKinds, offices } from "./incident.js";

const may = "signed-in";
/** With the names of whom no letter reaches. */
const Noted = Type.Object({ id: Text, adults: Type.Array(Text) });
const Said = Type.String({ maxLength: 1_000 });
const Struck = { struckAt: orNull(Text), struckReason: orNull(Text) };
const Why = Type.Object({ reason: oneOf(strikeReasons) });

export const noteIncidentRoute = route("POST /sessions/:sessionId/incidents", {
  summary: "Something happened; of a disclosure no word is taken",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({ kind: oneOf(incidentKinds), attendanceId: Type.Optional(Id), words: Type.Optional(Said), time: Type.Optional(Time) }),
  returns: Noted,
  handle: ({ params, body, services }) => services.incidents.note(params.sessionId, body),
});

export const noteReportRoute = route("POST /sessions/:sessionId/reports", {
  summary: "That the mandatory report was made, now or when it is said, to which office; its content is never kept",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({
    office: oneOf(offices),
    on: Type.Optional(Day),
    time: Type.Optional(Time),
    receipt: Type.Optional(Type.String({ maxLength: 40, pattern: "^[A-Za-z0-9-]*$" })),
  }),
  returns: Noted,
  handle: ({ params, body, services }) => services.incidents.report(params.sessionId, body),
});

export const showIncidentsRoute = route("GET /homes/:homeId/incidents", {
  summary: "Incidents and reports of a home, for its director",
  may,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Type.Object({
    incidents: Type.Array(
      Type.Object({
        ...{ id: Text, sessionId: Text, kind: Text, at: Text, childId: orNull(Text), child: orNull(Text), words: orNull(Text), isCorrected: Type.Boolean() },
        /** Who was on that session's list, whom the line may be about. */
        ...{ ...Struck, there: Type.Array(Text) },
      }),
    ),
    reports: Type.Array(Type.Object({ id: Text, sessionId: orNull(Text), office: Text, reportedAt: Text, receipt: orNull(Text), ...Struck })),
  }),
  handle: ({ params, services }) => services.incidents.list(params.homeId),
});

export const showSessionIncidentsRoute = route("GET /sessions/:sessionId/incidents", {
  summary: "What was noted of a session, for who leads it; what was written for the home's director and who wrote it alone",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Type.Object({
    ...{ homeId: Text, isMine: Type.Boolean() },
    incidents: Type.Array(Type.Object({ id: Text, kind: Text, at: Text, by: Text, child: orNull(Text), words: orNull(Text) })),
    reports: Type.Array(Type.Object({ id: Text, office: Text, reportedAt: Text, by: Text })),
  }),
  handle: ({ params, services }) => services.incidents.ofSession(params.sessionId),
});

export const correctIncidentRoute = route("POST /incidents/:incidentId/correction", {
  summary: "Put right what was written about an incident: another child, kind, time or words; the old line is struck out",
  may,
  at: ({ params, services }) => services.placeOf.incident(params.incidentId),
  body: Type.Object({ kind: oneOf(incidentKinds), childId: orNull(Id), words: Said, time: Type.Optional(Time) }),
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.incidents.correct(params.incidentId, body) }),
});

export const strikeIncidentRoute = route("POST /incidents/:incidentId/strike", {
  summary: "Strike out an incident that was noted by mistake",
  may,
  at: ({ params, services }) => services.placeOf.incident(params.incidentId),
  body: Why,
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.incidents.strike(params.incidentId, body.reason);
    return {};
  },
});

export const strikeReportRoute = route("POST /reports/:reportId/strike", {
  summary: "Strike out a mandatory report that was noted by mistake",
  may,
  at: ({ params, services }) => services.placeOf.report(params.reportId),
  body: Why,
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.incidents.strikeReport(params.reportId, body.reason);
    return {};
  },
});
