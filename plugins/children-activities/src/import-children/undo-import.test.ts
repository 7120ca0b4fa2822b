import { readSheet } from "@lianxin/documents";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bringCsv, sendCsv } from "../testing/bring-csv.js";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";
import { linesPerSlice } from "./import-children.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());
const header = "姓名,出生年月,性别,监护人,监护人电话,关系,同意书日期,同意书版本,同意保管资料,同意参加";
/** A name has no digits. */
const nth = (n: number) => String.fromCharCode(0x5f00 + n);
const line = (n: number) => `周小${nth(n)},2019-05,女,周家${nth(n)},199000009${String(n).padStart(2, "0")},奶奶,2027-07-01,2026-1,是,是`;
const bring = (count: number) => bringCsv(stage, [header, ...Array.from({ length: count }, (_, i) => line(i))].join("\n"));
async function undo(importId: string) {
  for (;;) {
    const { isDone, ...counts } = await stage.must("POST /imports/:importId/undo", { as: "luo", params: { importId } });
    if (isDone) return counts;
  }
}
const rows = async (table: string) =>
  (await stage.app.db
    .selectFrom(`children_activities_${table}` as never)
    .selectAll()
    .execute()) as any[];
const list = async () => (await stage.must("GET /homes/:homeId/imports", { as: "luo", params: { homeId: stage.homeId } })).imports;

test("an import comes in slices and is taken back as one: no row of its children stays, and the year counts none of them", async () => {
  const before = await rows("consent");
  const { importId, imported, children } = await bring(4 * linesPerSlice + 3);
  const [shown] = await list();
  const left = await undo(importId!);
  const [consents, kept, kin] = await Promise.all(["consent", "child", "kin"].map(rows));
  const { agreed } = await stage.must("GET /years/:year", { params: { year: "2027" } });

  expect([imported.added, children.length, shown.added]).toEqual([23, 23, 23]);
  expect([left, consents!.length, kept, kin]).toEqual([{ undone: 23, kept: 0 }, before.length, [], []]);
  expect(JSON.stringify(agreed)).not.toContain("23");
  expect(await list()).toEqual([]);
});

test("who is on a list, was changed, or of whom a guardian said something since stays", async () => {
  const { importId, children } = await bring(5);
  const ids = children.map(({ id }: any) => id);
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  const programmeId = await publishPlan(stage, adults);
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: [ids[0]] } });
  await stage.must("PATCH /children/:childId", { as: "luo", params: { childId: ids[1] }, body: { grade: "二年级" } });
  const { guardianId } = children[2].guardians[0];
  await stage.must("POST /children/:childId/consents", { as: "luo", params: { childId: ids[2] }, body: { guardianId, purpose: "photo", isYes: false } });

  expect(await undo(importId!)).toEqual({ undone: 2, kept: 3 });
  expect((await rows("child")).map(({ id }) => id).sort()).toEqual(ids.slice(0, 3).sort());
});

test("a child stays of whom a guardian named somebody or took them off, or whose guardian's number or name was put right", async () => {
  const { importId, children } = await bring(4);
  const [named, ended, corrected] = children;
  const name = async ({ id, guardians }: any) =>
    stage.must("POST /children/:childId/collectors", {
      ...{ as: "luo", params: { childId: id } },
      body: { name: "李梅", relation: "姨妈", namedById: guardians[0].guardianId },
    });
  await name(named);
  const { id: collectorId } = await name(ended);
  await stage.must("POST /collectors/:collectorId/end", { as: "luo", params: { collectorId } });
  await stage.must("PATCH /guardians/:guardianId", {
    ...{ as: "luo", params: { guardianId: corrected.guardians[0].guardianId } },
    body: { phone: "19900000777" },
  });

  expect(await undo(importId!)).toEqual({ undone: 1, kept: 3 });
  expect((await rows("child")).map(({ id }) => id).sort()).toEqual([named, ended, corrected].map(({ id }: any) => id).sort());
});

test("the same slice again writes nobody twice; an import is the director's, and a day later nobody takes it back", async () => {
  const { importId, children } = await bring(1);
  const [child] = children;
  const body = { lines: [{ line: 2, child: { ...stage.childBody(0), name: child.name, collectors: [] } }] };
  const again = await stage.must("POST /imports/:importId/lines", { as: "luo", params: { importId: importId! }, body });
  const other = await stage.call("POST /imports/:importId/undo", { params: { importId: importId! } });
  stage.app.ports.setTime("2027-07-06T09:01");
  const late = await stage.call("POST /imports/:importId/undo", { as: "luo", params: { importId: importId! } });

  expect([again, other.body.code, late.body.code]).toEqual([{ added: 1, refused: [] }, "children-activities.directorOnly", "children-activities.importTooOld"]);
  expect([(await rows("child")).length, await list()]).toEqual([1, []]);
});

test("what was refused comes back as a sheet of these lines alone with why written on them: mended and brought in again, nobody on it is there already", async () => {
  const bad = (n: number) => line(n).replace("是,是", "否,否");
  const csv = ["甲村儿童之家名册", header, line(1), bad(2), line(3), bad(4)].join("\n");
  const { imported } = await bringCsv(stage, csv);
  const answer = await sendCsv(stage, "list-annotated", csv, { refused: JSON.stringify(imported.refused) });
  const [sheet] = (await readSheet(answer.rawPayload, "要改的名册.xlsx")).sheets;
  const rows = sheet!.rows.map(({ cells }) => cells.map(({ text }) => text));
  const mended = rows.map((cells) => cells.slice(0, 10).join(",").replace("否,否", "是,是")).join("\n");
  const again = await bringCsv(stage, mended);

  expect([imported.added, imported.refused.map((one: any) => one.line)]).toEqual([2, [4, 6]]);
  expect(rows.map(([first]) => first)).toEqual(["甲村儿童之家名册", "姓名", `周小${nth(2)}`, `周小${nth(4)}`]);
  expect(rows.map((cells) => cells.join(" ").includes("书面同意"))).toEqual([false, false, true, true]);
  expect([again.imported.added, again.imported.refused, again.children.length]).toEqual([2, [], 4]);
});
