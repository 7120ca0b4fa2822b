import type { Kysely } from "kysely";
import { afterEach, expect, test } from "vitest";
import type { LaneHandle, WriteLane } from "../write-lane/lane.js";
import { asker, aSignIn, mail, phone } from "./test-sign-in.js";

const newcomer = { mail: "newcomer@example.org", phone: "19900000002" };
const stranger = { mail: "nobody@example.org", phone: "19900000009" };
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** The work under `run`, statement by statement, each as the kind of its query tree. */
function counting(lane: WriteLane, statements: string[]): WriteLane {
  const watched = (root: Kysely<any>) =>
    root.withPlugin({ transformQuery: ({ node }) => (statements.push(node.kind), node), transformResult: async ({ result }) => result });
  return { ...lane, run: (work) => lane.run((tx) => work(Object.create(tx, { root: { value: watched(tx.root) } }) as LaneHandle)) };
}

async function aHouse() {
  const [done, statements] = [[] as string[], [] as string[]];
  const t = await aSignIn({
    newcomers: {
      expects: async (_, { value }) => (done.push("expects"), Object.values(newcomer).includes(value)),
      recognise: async () => undefined,
      seal: (address) => (done.push("seal"), `sealed ${address}`),
      open: (sealed) => sealed.slice("sealed ".length),
    },
    watchLane: (lane) => counting(lane, statements),
  });
  close = () => t.database.close();
  await t.signIn.createAccount({ mail, phone });
  const disabled = await t.signIn.createAccount({ mail: "disabled@example.org", phone: "19900000003" });
  await t.disable(disabled.accountId);
  return { t, done, statements };
}

test.each(["mail", "phone"] as const)("asking by %s does the same for the known, the unknown, the expected and the disabled", async (kind) => {
  const { t, done, statements } = await aHouse();
  const addresses = [{ mail, phone }, stranger, newcomer, { mail: "disabled@example.org", phone: "19900000003" }].map((one) => one[kind]);

  const work: string[] = [];
  for (const address of addresses) {
    [done.length, statements.length] = [0, 0];
    await (kind === "mail" ? t.signIn.requestMailLink(address, asker) : t.signIn.requestPhoneCode(address, asker));
    work.push([...done, ...statements].join(" "));
  }
  await t.signIn.settled();

  expect(work[0]).toContain("InsertQueryNode");
  expect(new Set(work).size).toBe(1);
  expect(t.sent.map(({ to }) => to)).toEqual([addresses[0], addresses[2]]);
});
