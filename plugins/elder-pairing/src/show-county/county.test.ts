import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { aGridLeader } from "../testing/stage.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("a department sees where villages lie and figures of townships, no village's; who answers for the place sees each village's pairs and the lines to it", async () => {
  stage = await setSmallCounty(
    [{ name: "周桂兰" }],
    [
      { name: "刘敏", village: "河口村" },
      { name: "陈芳", village: "河口村" },
    ],
  );
  await stage.run();
  await stage.agreeAll();
  await aPerson(stage.app, { fullName: "吴主任", account: "bureau", role: "department" });
  await aGridLeader(stage, "柳树坡村", "leader");
  const ask = async (path: string, as: string) => (await stage.call(path, { as })).body;

  const [bureau, leader, desk] = [await ask("GET /county", "bureau"), await ask("GET /county", "leader"), await ask("GET /county", "secretary")];

  const figures = ({ villages }: any) => villages.map(({ name, pairs, overdue }: any) => [name, pairs, overdue]);
  expect([figures(bureau), bureau.lines]).toEqual([[["柳树坡村", null, null]], []]);
  expect([figures(leader), leader.lines.length]).toEqual([[["柳树坡村", 1, 0]], 1]);
  expect([figures(desk), desk.lines.length]).toEqual([[["柳树坡村", 1, 0]], 1]);
  expect((await ask("GET /sums", "bureau")).towns).toMatchObject([{ elders: 1, paired: 1 }]);
});
