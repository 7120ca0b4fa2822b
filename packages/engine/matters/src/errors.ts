import { defineErrors } from "@lianxin/plugin-kit";

/** Everything matters can refuse, on one page; texts in messages/. */
export const errors = defineErrors("matters", {
  personNeeded: { status: 409 },
  reporterUnknown: { status: 422 },
  enterNotAllowed: { status: 403 },
  referNotAllowed: { status: 403 },
  withdrawNotAllowed: { status: 403 },
  placeUnknown: { status: 422 },
  matterUnknown: { status: 404 },
  stateWrong: { status: 409 },
  reasonNeeded: { status: 422 },
  referralNeeded: { status: 422 },
  mergeTargetWrong: { status: 422 },
  mergeIntoResolved: { status: 409 },
  workOpen: { status: 409 },
  unitUnknown: { status: 422 },
  leadWrong: { status: 422 },
  referredAlready: { status: 409 },
  referralStateWrong: { status: 409 },
  referralNotYours: { status: 403 },
  partsNeeded: { status: 422 },
  holidaysMissing: { status: 422 },
  dayUnknown: { status: 422 },
  phoneWrong: { status: 422 },
  linkUnknown: { status: 404 },
  callerUnknown: { status: 404 },
});
