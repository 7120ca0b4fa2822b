import { definePlugin, defineServer } from "@lianxin/plugin-kit";

/** Somebody must say who may do what, or the platform refuses to start; here nobody may do anything. */
export const testAuthority = defineServer(definePlugin({ id: "test-authority" }), {
  services: () => ({}),
  authority: () => ({
    personOf: async () => null,
    introduce: async () => ({ name: "", roles: [] }),
    welcome: async () => "",
    grantsOf: async () => [],
    maySee: async () => false,
  }),
});
