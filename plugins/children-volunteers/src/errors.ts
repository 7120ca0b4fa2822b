import { defineErrors } from "@lianxin/plugin-kit";

/** Everything the bridge can refuse; what the two plugins refuse goes through as it is. */
export const errors = defineErrors("children-volunteers", {
  noDuty: { status: 404 },
  notYours: { status: 403 },
  notOnRota: { status: 409 },
  busyThen: { status: 409 },
  linkUnknown: { status: 404 },
  askOver: { status: 409 },
});
