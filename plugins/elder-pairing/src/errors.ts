import { defineErrors } from "@lianxin/plugin-kit";

/** Everything elder pairing can refuse, on one page; texts in messages/. */
export const errors = defineErrors("elder-pairing", {
  fileUnreadable: { status: 422 },
  fileEmpty: { status: 422 },
  lineWrong: { status: 422 },
  lineOdd: { status: 422 },
  registerUnknown: { status: 404 },
  placeUnknown: { status: 422 },
  elderUnknown: { status: 404 },
  cadreUnknown: { status: 404 },
  dayInvalid: { status: 422 },
  nameWrong: { status: 422 },
  pairUnknown: { status: 404 },
  pairOver: { status: 409 },
  pairSame: { status: 409 },
  pairForbidden: { status: 409 },
  cadreFull: { status: 409 },
  handoverUnknown: { status: 404 },
  handoverDone: { status: 409 },
  datesTurned: { status: 422 },
  dayPast: { status: 422 },
  unitUnknown: { status: 404 },
  elderLeft: { status: 409 },
  cadreLeft: { status: 409 },
  reasonNeeded: { status: 422 },
});
