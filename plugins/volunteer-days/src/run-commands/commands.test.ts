import { readSheet } from "@lianxin/documents";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeProof } from "../certify-hours/seal-text.js";
import { phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ untilOn: "2026-10-01" });
});
afterEach(() => stage.app.close());
const run = (name: string, ...args: string[]) => stage.app.run(`volunteer-days.${name}`, ...args);

test("the rota is shown on the command line: who has a place, who would get one, and the holiday", async () => {
  await stage.join((await stage.day("2026-09-17")).id, 1);
  await stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { name: "徐梅", phone: phoneOf(9), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] },
  });
  await stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { name: "罗婷", phone: phoneOf(8), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] },
  });
  for (const { id } of await stage.posts((await stage.day("2026-09-24")).id))
    await stage.app.db
      .updateTable("volunteer_days_post" as never)
      .set({ least: 1 } as never)
      .where("id" as never, "=", id as never)
      .execute();

  const shown = String(await run("rota", "2026-09-17", "2026-10-01"));

  expect(shown.split("\n")).toEqual([
    "【扮靓周四】",
    "9月17日（周四）  小区1  1/5  志愿者1",
    "9月17日（周四）  小区2  0/5",
    expect.stringMatching(/^9月24日（周四） {2}小区1 {2}0\/5 {2}（(徐梅|罗婷)）/),
    expect.stringMatching(/^9月24日（周四） {2}小区2 {2}0\/5/),
    "10月1日（周四）  国庆节",
  ]);
});

test("the hours come as CSV with the columns of the file, and a day that is none is refused", async () => {
  const { id } = await stage.day("2026-09-17");
  await stage.join(id, 1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await stage.call("POST /days/:dayId/hours", { params: { dayId: id }, body: { unticked: 1 } });

  const csv = String(await run("hours", "2026-09-01", "2026-09-30"));

  expect(csv).toContain("服务时间（小时）");
  expect(csv).toContain("志愿者1,扮靓周四,2026-09-17,小区1");
  await expect(run("hours")).rejects.toMatchObject({ code: "volunteer-days.spanNeeded" });
  await expect(run("rota", "2026-13-01")).rejects.toMatchObject({ code: "volunteer-days.dayInvalid" });
  await expect(run("hours", "2026-09-31", "2026-09-30")).rejects.toMatchObject({ code: "volunteer-days.dayInvalid" });
});

test("the hours come as a workbook too, in base64", async () => {
  const { id } = await stage.day("2026-09-17");
  await stage.join(id, 1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await stage.call("POST /days/:dayId/hours", { params: { dayId: id }, body: { unticked: 1 } });

  const bytes = Buffer.from(String(await run("hours-file", "2026-09-01", "2026-09-30")), "base64");

  const text = JSON.stringify(readSheet(new Uint8Array(bytes), "hours.xlsx").sheets);
  expect([text.includes("服务时间（小时）"), text.includes("志愿者1")]).toEqual([true, true]);
});

test("a certificate is checked at the server by its number or by what its code says, and another one is not", async () => {
  const { id } = await stage.day("2026-09-17");
  await stage.join(id, 1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await stage.call("POST /days/:dayId/hours", { params: { dayId: id }, body: { unticked: 1 } });
  stage.app.ports.setTime("2026-09-25T11:00");
  const { volunteerId } = (await stage.call("GET /hours", { query: { from: "2026-09-01", to: "2026-09-30" } })).body.rows[0];
  const certify = (to: string) => stage.call("POST /volunteers/:volunteerId/certificates", { params: { volunteerId }, body: { from: "2026-09-01", to } });
  const ahead = (await certify("2026-12-31")).body;
  const { number } = (await certify("2026-09-25")).body;
  const [kept] = (await stage.app.db
    .selectFrom("volunteer_days_certificate" as never)
    .selectAll()
    .execute()) as any[];
  const scanned = `http://localhost/volunteer-days/certificates#${writeProof(kept.sealed, kept.signature)}`;

  const answers = [await run("check-certificate", number), await run("check-certificate", scanned)];
  const forged = [await run("check-certificate", "2026-0099"), await run("check-certificate", `${scanned.slice(0, -3)}AAA`), await run("check-certificate")];

  expect([ahead.code, ahead.field]).toEqual(["volunteer-days.dayAhead", "body.to"]);
  for (const said of answers) expect(said).toBe("是本单位开具的，内容没有改动：\n2026-0001  志愿者1  2 小时  2026-09-01 – 2026-09-25  光明路社区  2026-09-25");
  for (const said of forged) expect(said).toMatch(/^核对不上/);
});
