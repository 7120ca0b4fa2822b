import { defineErrors } from "@lianxin/plugin-kit";

/** Everything commitments can refuse, on one page; texts in messages/. */
export const errors = defineErrors("commitments", {
  holidaysMissing: { status: 422 },
  dayUnknown: { status: 422 },
  dueInPast: { status: 422 },
  dueNeeded: { status: 422 },
  personUnknown: { status: 422 },
  organizationUnknown: { status: 422 },
  ownerElsewhere: { status: 422 },
  ownVerifier: { status: 422 },
  ownCheck: { status: 409 },
  partUnknown: { status: 404 },
  partTaken: { status: 409 },
  partVoided: { status: 409 },
  partsNeeded: { status: 422 },
  placeUnknown: { status: 422 },
  reviewInPast: { status: 422 },
  commitmentUnknown: { status: 404 },
  claimForOther: { status: 403 },
  ownerOnly: { status: 403 },
  verifierOnly: { status: 403 },
  stateWrong: { status: 409 },
  reasonNeeded: { status: 422 },
  notOpen: { status: 409 },
  exportTooLong: { status: 422 },
});
