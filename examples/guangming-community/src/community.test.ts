import directory from "@lianxin/directory/server";
import { aCommunity, type SetUp } from "@lianxin/directory/testing";
import { getExample, loadExample, loadFile, openDesk, previewFile, type DirectoryDesk } from "@lianxin/server";
import { clearHouse } from "@lianxin/server-kit";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { communityFiles, fileWithErrors, readCommunityFile } from "./community.js";

let app: Running;
let desk: DirectoryDesk;
let community: SetUp;
let loaded: Awaited<ReturnType<typeof loadExample>>;
const patience = 120_000;
beforeAll(async () => {
  app = await startPlugin(directory, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
  desk = openDesk(app.app.platform);
  loaded = await loadExample(app.app.platform, desk, await getExample());
}, patience);
afterAll(() => app.close());

test("brings every file in through the importer without a problem", () => {
  expect(loaded.problems).toEqual([]);
  expect(loaded.files).toBe(communityFiles.length);
});

test("brings in 12 compounds, 8 organisations and 6 venues", async () => {
  const { places } = (await app.call("GET /places")).body as { places: { kind: string; name: string; households: number | null }[] };
  const { organizations } = (await app.call("GET /organizations")).body;
  const { venues } = (await app.call("GET /venues")).body;
  const compounds = places.filter((p) => p.kind === "compound");

  expect([compounds.length, organizations.length, venues.length]).toEqual([12, 8, 6]);
  expect(compounds.find((c) => c.name === "和平苑")?.households).toBe(86);
});

test(
  "changes nothing when the files come again: all 2,000 residents, all members and all days are known",
  async () => {
    const counts: Record<string, number[]> = {};
    for (const file of communityFiles) {
      const { added, changed, same } = await previewFile(desk, {
        kind: file.kind,
        placeId: community.placeId,
        file: { name: file.name, bytes: await readCommunityFile(file) },
      });
      counts[file.name] = [added, changed, same];
    }

    expect(counts).toEqual({
      "网格小区楼栋.xlsx": [0, 0, 78],
      "单位.xlsx": [0, 0, 8],
      "场地.xlsx": [0, 0, 6],
      "放假安排-2026.xlsx": [0, 0, 39],
      "放假安排-2027-虚构.xlsx": [0, 0, 32],
      "居民名册.xlsx": [0, 0, 2000],
      "工作人员和单位联系人.xlsx": [0, 0, 9],
      "议事会居民成员.xlsx": [0, 0, 18],
      "议事会可到时间.xlsx": [0, 0, 22],
      "议事会日程-2026年9月.xlsx": [0, 0, 26],
    });
  },
  patience,
);

test("tells the two 张桂英 apart and knows the first person as the secretary of the file", async () => {
  const namesakes = (await app.call("GET /people", { query: { search: "张桂英" } })).body.people as { distinction: string | null }[];
  const secretary = (await app.call("GET /people", { query: { search: "王秀珍" } })).body.people as unknown[];

  expect(namesakes.map((p) => p.distinction).sort()).toEqual(["3栋", "6栋"]);
  expect(secretary).toHaveLength(1);
});

test("refuses a directory that has people already", async () => {
  await expect(getExample().then((example) => loadExample(app.app.platform, desk, example))).rejects.toMatchObject({ code: "kit.exampleTooLate" });
});

test("says that the example is missing where its package is not installed", async () => {
  await expect(getExample("@lianxin/nowhere")).rejects.toMatchObject({ code: "kit.exampleMissing", status: 409 });
});

test(
  "finds each planted mistake by its cell and brings in the one line without any",
  async () => {
    const file = { name: fileWithErrors.name, bytes: await readCommunityFile(fileWithErrors) };

    const { problems, added } = await loadFile(desk, { kind: "people", placeId: community.placeId, file });

    expect(problems.map(({ address }) => address)).toEqual(["E4", "G5", "B6", "C7", "D8", "H9", "B10"]);
    expect(problems[0]?.text).toBe("第 4 行 E 列：手机号应为 11 位，现在 10 位");
    expect(added).toBe(1);
  },
  patience,
);

test(
  "clearing leaves the community's name and the administrator, and the example comes in again",
  async () => {
    const { platform } = app.app;

    await clearHouse(platform, { accountId: "secretary", name: "王秀珍", community: "光明路社区" });
    app.app.forgetActors();
    const { people } = (await app.call("GET /people")).body as { people: { fullName: string }[] };
    const { venues } = (await app.call("GET /venues")).body;
    const again = await loadExample(platform, desk, await getExample());

    expect([people.map(({ fullName }) => fullName), venues]).toEqual([["王秀珍"], []]);
    expect([again.added, again.problems]).toEqual([loaded.added, []]);
  },
  patience,
);
