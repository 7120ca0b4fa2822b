import { definePlugin, defineServer, type Authority, type Grant } from "@lianxin/plugin-kit";

export interface StubRights {
  readonly grants: Map<string, Grant[]>;
  readonly maySee: Set<string>;
}

/** Rights a test hands out itself, where the plugin that knows roles is not part of the test. */
export function stubAuthority(rights: StubRights) {
  const authority: Authority = {
    personOf: async (accountId) => accountId,
    introduce: async ({ personId }) => ({ name: personId ?? "", roles: [] }),
    welcome: async ({ accountId }) => accountId,
    grantsOf: async ({ personId }) => rights.grants.get(personId ?? "") ?? [],
    maySee: async ({ personId }, _, subject) => personId === subject || rights.maySee.has(`${personId} ${subject}`),
  };
  return defineServer(definePlugin({ id: "test-authority" }), { services: () => ({}), authority: () => authority });
}
