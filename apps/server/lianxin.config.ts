import { defineConfig } from "@lianxin/server-kit";

/** One line enables a plugin; its settings follow its name. */
export default defineConfig({
  zone: "Asia/Shanghai",
  plugins: {
    "@lianxin/directory": { grants: { secretary: ["children-volunteers.plan"], grid_leader: ["children-volunteers.plan"] } },
    "@lianxin/matters": {},
    "@lianxin/commitments": {},
    "@lianxin/meetings": {},
    "@lianxin/volunteer-days": {},
    "@lianxin/elder-pairing": {},
    "@lianxin/children-activities": {},
    "@lianxin/children-volunteers": {},
  },
});
