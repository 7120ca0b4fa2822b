import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aPollOf, aSecretPoll, ballot } from "./test-poll.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

test("a count stands as it was made: who changes a ballot, a box or the roll in the database afterwards is named", async () => {
  const named = await aPollOf(council);
  await named.post("opening");
  for (const { id } of await named.roll()) await named.post("ballots", ballot(id, "no"));
  await named.post("closing");
  const { poll, ids } = await aSecretPoll(council, "丁", "戊", "己");
  await poll.post("papers", { unitIds: ids });
  await poll.put("paper-box", { yes: 2, no: 1, abstain: 0, invalid: [] });
  await poll.post("closing");
  const [first, second] = [(await named.show()).id, (await poll.show()).id];
  const untouched = await council.app.verify();
  const write = (work: (db: Running["db"]) => Promise<unknown>) => council.app.write("meetings", ({ db }) => work(db));

  await write((db) => db.updateTable("meetings_poll_ballot").set({ choice: "yes" }).execute());
  await write((db) => db.updateTable("meetings_poll_box").set({ papers: 3 }).where("choice", "=", "yes").execute());
  const changed = await council.app.verify();
  await write((db) => db.updateTable("meetings_poll").set({ isSealed: false }).where("id", "=", second).execute());
  const unsealed = await council.app.verify();

  expect(untouched).toEqual([]);
  expect(changed).toEqual([`记下过的内容被改动过：表决计票 ${first}`, `记下过的内容被改动过：表决计票 ${second}`]);
  expect(unsealed).toEqual([`记下过的内容被改动过：表决计票 ${first}`, `记下过的内容不见了：表决计票 ${second}`]);
});
