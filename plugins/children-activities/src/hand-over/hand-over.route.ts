import { Type } from "typebox";
import { Collector } from "../keep-children/child.route.js";
import { route } from "../services.js";
import { Id, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { hurries, rungs, takers } from "./ladder.js";

const may = "signed-in";
const Code = Type.String({ minLength: 6, maxLength: 8 });
const Handed = Type.Object({ isHanded: Type.Boolean(), left: Type.Integer() });

export const showCollectorsRoute = route("GET /attendances/:attendanceId/collectors", {
  summary: "Who may collect a child today: name, relation and the last four digits, and whom to ring; the opening is logged",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Type.Object({
    collectors: Type.Array(Type.Object({ id: Text, relation: Text, name: Text, phoneTail: orNull(Text) })),
    guardians: Type.Array(Type.Object({ id: Text, relation: Text, name: Text, phone: Text, getsTexts: Type.Boolean() })),
    aloneRoute: orNull(Text),
    asked: orNull(Type.Object({ guardianId: Text, untilAt: Text })),
    home: Type.Object({ id: Text, director: Text, isMine: Type.Boolean() }),
  }),
  handle: ({ params, services }) => services.desk.collectors(params.attendanceId),
});

export const handOverRoute = route("POST /attendances/:attendanceId/hand-over", {
  summary: "Give a child to a guardian or somebody on its list (collectorId: of either) who has the code of the day; a wrong code says how many tries are left",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  body: Type.Object({ collectorId: Id, code: Code }),
  returns: Handed,
  handle: ({ params, body, services }) => services.desk.handOver(params.attendanceId, body),
});

export const renewCodeRoute = route("POST /attendances/:attendanceId/codes", {
  summary: "Another code to the guardian's phone, and to who leads so that it can be told by telephone; the one before is void",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Type.Object({ code: Text }),
  handle: async ({ params, services }) => ({ code: await services.desk.renewCode(params.attendanceId) }),
});

export const goAloneRoute = route("POST /attendances/:attendanceId/alone", {
  summary: "A child who may goes home alone",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.desk.goAlone(params.attendanceId);
    return {};
  },
});

export const refuseCollectorRoute = route("POST /attendances/:attendanceId/refusals", {
  summary: "Somebody not on the list asked for a child and was refused",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.desk.refuse(params.attendanceId);
    return {};
  },
});

export const undoRefusalRoute = route("POST /attendances/:attendanceId/refusals-undone", {
  summary: "Take back that somebody was refused, within some minutes, for who noted it by a slip",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.desk.undoRefusal(params.attendanceId);
    return {};
  },
});

export const askOneOffRoute = route("POST /attendances/:attendanceId/one-off", {
  summary: "Ask the guardian, by a code to their own phone, whether somebody may collect this once",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  body: Type.Object({ ...Collector.properties, guardianId: Id }),
  returns: Nothing,
  async handle({ params, body: { guardianId, ...said }, services }) {
    await services.desk.askOneOff(params.attendanceId, said, guardianId);
    return {};
  },
});

export const confirmOneOffRoute = route("POST /attendances/:attendanceId/one-off/confirmation", {
  summary: "The code the guardian read out: that person collects the child",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  body: Type.Object({ code: Code }),
  returns: Handed,
  handle: ({ params, body, services }) => services.desk.confirmOneOff(params.attendanceId, body.code),
});

export const climbRoute = route("POST /attendances/:attendanceId/steps", {
  summary: "The next step for a child nobody collected, at its time or before it for a reason",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  body: Type.Object({ step: oneOf(rungs), secondId: Type.Optional(Id), hurry: Type.Optional(oneOf(hurries)) }),
  /** Whom no letter reaches, by name. */
  returns: Type.Object({ adults: Type.Array(Text) }),
  handle: async ({ params, body, services }) => ({ adults: await services.desk.climb(params.attendanceId, body) }),
});

export const giveToOfficeRoute = route("POST /attendances/:attendanceId/office", {
  summary: "A child nobody came for is taken by the police or civil affairs, once all steps before are done",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  body: Type.Object({ office: oneOf(takers) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.desk.giveToOffice(params.attendanceId, body.office);
    return {};
  },
});
