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
});
