import { Type } from "typebox";
import { route } from "../services.js";
import { Day, Id, Made, oneOf, orNull, Text, Time } from "../shapes.js";
import { incidentKinds, offices } from "./incident.js";

const may = "signed-in";

export const noteIncidentRoute = route("POST /sessions/:sessionId/incidents", {
  summary: "Something happened; of a disclosure no word is taken",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({ kind: oneOf(incidentKinds), attendanceId: Type.Optional(Id), words: Type.Optional(Type.String({ maxLength: 1_000 })) }),
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.incidents.note(params.sessionId, body) }),
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
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.incidents.report(params.sessionId, body) }),
});

export const showIncidentsRoute = route("GET /homes/:homeId/incidents", {
  summary: "Incidents and reports of a home, for its director",
  may,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Type.Object({
    incidents: Type.Array(Type.Object({ id: Text, sessionId: Text, kind: Text, at: Text, child: orNull(Text), words: orNull(Text) })),
    reports: Type.Array(Type.Object({ id: Text, sessionId: orNull(Text), office: Text, reportedAt: Text, receipt: orNull(Text) })),
  }),
  handle: ({ params, services }) => services.incidents.list(params.homeId),
});
