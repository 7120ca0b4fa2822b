import { defineErrors } from "@lianxin/plugin-kit";

/** Everything that can go wrong in hello. */
export const errors = defineErrors("hello", { tooLong: { status: 422 }, alreadyGreeted: { status: 409 } });
