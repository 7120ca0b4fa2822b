import { xlsxType } from "@lianxin/documents";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { Id, Nothing } from "../shapes.js";

/** Whoever is signed in may ask; the home's director, or who leads the session, alone is answered. */
const may = "signed-in";
const page = (file: string, body: string) => ({ file, type: "text/html; charset=utf-8", body });

export const printConsentRoute = route("GET /homes/:homeId/consent-sheet", {
  summary: "The sheet a guardian signs, to print: today's wording, a yes and a no for each purpose; nothing about a child",
  may,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  query: Type.Object({ programmeId: Type.Optional(Id) }),
  returns: Nothing,
  handle: async ({ params, query, services }) => page("监护人同意书.html", await services.papers.consent(params.homeId, query.programmeId)),
});

export const printBadgesRoute = route("GET /sessions/:sessionId/badges", {
  summary: "Badges of a session to print and cut, for who leads it; each opening is logged",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Nothing,
  handle: async ({ params, services }) => page("胸卡.html", await services.papers.badges(params.sessionId)),
});

export const attendanceLedgerRoute = route("GET /homes/:homeId/attendance", {
  summary: "Who came when to a home in a month, as .xlsx, for its director; each opening is logged",
  may,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  query: Type.Object({ month: Type.String({ minLength: 7, maxLength: 7 }) }),
  returns: Nothing,
  async handle({ params, query: { month }, services }) {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw errors.dayInvalid({ value: month }, "query.month");
    return {
      ...{ file: "活动签到台账.xlsx", type: xlsxType },
      body: await services.papers.attendance(params.homeId, month),
    };
  },
});

export const printLinkRoute = route("POST /guardians/:guardianId/link-sheet", {
  summary: "A guardian's private link on paper, by their home's director: shown this once, and the one before opens nothing any more",
  may,
  at: async ({ params, services }) => services.placeOf.guardian(params.guardianId),
  returns: Nothing,
  handle: async ({ params, services }) => page("家长专用链接.html", await services.papers.link(params.guardianId)),
});

export const printRollRoute = route("GET /sessions/:sessionId/roll", {
  summary: "The roll of a session to tick by hand, for who leads it; each opening is logged",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Nothing,
  handle: async ({ params, services }) => page("点名表.html", await services.papers.roll(params.sessionId)),
});

export const printPickUpRoute = route("GET /sessions/:sessionId/pick-up-sheet", {
  summary: "Who may collect each child of a session, with room to sign, and who did; for who leads it; each opening is logged",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Nothing,
  handle: async ({ params, services }) => page("接送登记.html", await services.papers.pickUp(params.sessionId)),
});
