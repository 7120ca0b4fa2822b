import fc from "fast-check";
import { expect, test } from "vitest";
import { aMinutesPaper } from "../write-minutes/test-paper.js";
import { drawQr } from "./draw-qr.js";
import { html } from "./markup.js";
import { printStyle } from "./print-style.js";
import { everySheet } from "./test-sheets.js";
import { writeClaimSlip } from "./write-claim-slip.js";
import { writePoster } from "./write-poster.js";
import { writePublicMinutes, type PublicMinutes } from "./write-public-minutes.js";
import { writeSignInSheet } from "./write-sign-in-sheet.js";

const names = Object.keys(everySheet());
const tagsOf = (page: string) => (page.match(/<\/?[a-z][^>]*>/g) ?? []).map((tag) => tag.replace(/ (?:denser?|short)/, ""));
const count = (page: string, part: string) => page.split(part).length - 1;

test.each(names)("lets no text in the %s become a tag", (name) => {
  const plain = tagsOf(everySheet()[name]!);

  const page = everySheet(`<script>alert(1)</script>"'><img src=x onerror=1>&`)[name]!;

  expect(tagsOf(page)).toEqual(plain);
  expect(page).toContain("&lt;script&gt;");
  expect(plain.join("")).not.toMatch(/<script|<link|src=|href=|\son\w+=/);
  expect(printStyle).not.toMatch(/@import|url\(/);
});

test("escapes whatever it is given, exactly once", () => {
  const decode = (text: string) =>
    text
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&");

  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "张", ";", "lt") }), (text) => {
      const { text: written } = html`${text}`;

      expect(written).not.toMatch(/[<>"']/);
      expect(decode(written)).toBe(text);
    }),
    { seed: 31 },
  );
});

test.each(names)("writes the %s as a whole document in Chinese", (name) => {
  const page = everySheet()[name]!;

  expect(page).toMatch(/^<!doctype html>\s*<html lang="zh-CN">\s*<head>\s*<meta charset="utf-8" \/>.*<title>[^<]+<\/title>.*<\/html>\s*$/s);
  expect(count(page, "<section")).toBe(count(page, "</section>"));
});

test("prints nothing below 12 points", () => {
  const sizes = [...printStyle.matchAll(/([\d.]+)pt/g)].map(([, size]) => Number(size));

  expect(Math.min(...sizes)).toBe(12);
});

test.each([
  [0, 0, 1],
  [15, 5, 1],
  [16, 5, 2],
  [20, 0, 1],
  [21, 0, 2],
])("gives %i people and %i empty rows %i pages of 20", (expected, blankRows, pages) => {
  const people = Array.from({ length: expected }, () => ({ name: "何志远", unit: "和平苑", standing: "代表", phoneTail: "19900001234" }));

  const page = writeSignInSheet({ meeting: "第 9 次会议", time: "", place: "", people, blankRows });

  expect(count(page, "<section")).toBe(pages);
  expect(count(page, '<td class="sign">')).toBe(pages * 20);
});

test("gives two rows less a page where there is something to say above them, so that who counted signs on the same page", () => {
  const people = Array.from({ length: 19 }, () => ({ name: "何志远", unit: "0917-1", standing: "组员", phoneTail: "1234" }));

  const page = writeSignInSheet({ meeting: "扮靓周四", time: "", place: "", people, blankRows: 0, hasTimes: true, remark: "现场不给人拍照" });

  expect([count(page, "<section"), count(page, '<td class="sign">'), count(page, "签到人数")]).toEqual([2, 36, 1]);
});

test("asks on the list of a volunteer day when each came and left, under the number to key in later", () => {
  const { timedSignIn, signIn } = everySheet();

  for (const words of ["<h1>签到签退表</h1>", "<th>行号</th>", "<th>几点到</th>", "<th>几点走</th>"]) expect(timedSignIn).toContain(words);
  expect(count(timedSignIn!, '<td class="note">')).toBe(2 * count(timedSignIn!, '<td class="sign">'));
  expect(signIn).not.toContain("几点走");
});

test("prints no more of a phone than its last four digits", () => {
  const { signIn, timedSignIn, publicMinutes } = everySheet();

  for (const list of [signIn, timedSignIn]) expect(list).toContain("<td>1234</td>");
  expect(publicMinutes).toContain("199****1234");
  for (const page of [signIn, timedSignIn, publicMinutes]) expect(page).not.toContain("19900001234");
});

test("names no one who came on the public minutes, but who owns what until when", () => {
  const { publicMinutes } = everySheet();

  expect(publicMinutes).toContain("出席 16 人，列席 1 人");
  for (const words of ["吴琴", "2026年9月20日", "赞成 14 票，反对 1 票，弃权 1 票", "2026年9月11日至2026年9月18日"]) expect(publicMinutes).toContain(words);
  for (const name of ["周桂兰", "杨帆", "许静"]) expect(publicMinutes).not.toContain(name);
});

test("numbers voting papers two to a page, and leaves the number out when the vote is secret", () => {
  const { ballot } = everySheet();

  expect([count(ballot!, "<section"), count(ballot!, '<div class="half">')]).toEqual([2, 3]);
  expect(ballot).toContain("第 003 号");
});

test("writes the claim slip in two copies with every party", () => {
  const { claim } = everySheet();

  expect([count(claim!, "第一联"), count(claim!, "第二联"), count(claim!, "吴琴")]).toEqual([1, 1, 2]);
});

test("each slip of one piece of work has its own name: to sign, to report by code, to hand over", () => {
  const { claim, codeSlip, handOver } = everySheet();
  const nameOf = (page: string) => /<h1>(.*?)<\/h1>/.exec(page)![1];

  expect([nameOf(claim!), nameOf(codeSlip!), nameOf(handOver!)]).toEqual(["任务认领书", "任务短码单", "任务移交单"]);
  expect([count(codeSlip!, "<section"), count(codeSlip!, "7K3-F2"), count(codeSlip!, "签字"), count(claim!, "<svg")]).toEqual([1, 1, 0, 0]);
  expect([count(handOver!, "移交人（签字）"), count(handOver!, "接手人（签字）"), count(handOver!, "第三联")]).toEqual([3, 3, 1]);
});

test("prints a poster with much to say in smaller letters", () => {
  const poster = (matters: string[]) => writePoster({ body: "议事会", time: "", place: "", matters, issuer: "社区", issuedOn: "2026-09-05" });

  expect(poster(["一件事"])).not.toContain("poster dense");
  expect(poster(Array.from({ length: 8 }, () => "一件事"))).toContain("poster dense");
});

test("writes an assignment in three copies, one of them to come back", () => {
  const page = writeClaimSlip({
    ...{ origin: "assigned", meeting: "11 月问题交办会", decision: "污水接管", part: "纳入改造", lead: "县城管局", owner: "周工" },
    ...{ supporting: [], dueOn: "2026-12-31", evidence: "照片", verifier: "社区" },
  });

  expect(["第一联", "第二联", "第三联　办结后交回", "第 3 页，共 3 页"].map((part) => count(page, part))).toEqual([1, 1, 1, 1]);
});

test("the receipt that comes back has room for what was done, the other copies have none", () => {
  const { assignment } = everySheet();

  expect(assignment!.split('<div class="third">').map((copy) => count(copy, "完成情况："))).toEqual([0, 0, 0, 1]);
});

test("prints a page for each line of an assignment meeting, and all lines on one list across", () => {
  const { assignmentSheets, assignmentList } = everySheet();

  expect([count(assignmentSheets!, "<section"), count(assignmentList!, "<section"), count(assignmentList!, "2026-000")]).toEqual([3, 1, 3]);
  expect(assignmentList).not.toMatch(/排名|名次/);
});

test("draws a code of squares within its quiet zone, another one for another text", () => {
  const [one, other] = [drawQr("https://lianxin.example/a", "扫码报名").text, drawQr("https://lianxin.example/b", "扫码报名").text];
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(one)!;
  const places = [...one.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

  expect(one).not.toBe(other);
  expect(Math.min(...places.flat())).toBe(4);
  expect(Math.max(...places.flat())).toBe(Number(size) - 5);
  // The finder pattern of the standard: a dark ring of seven.
  expect(places.filter(([x, y]) => y === 4 && x < 11)).toHaveLength(7);
});

test("puts nothing on the public minutes but what is on its list", () => {
  const paper = aMinutesPaper();
  const secret = "不该公开";
  const hidden = {
    chair: secret,
    recorder: secret,
    present: [secret],
    nonVoting: [secret],
    excused: [secret],
    signatures: [secret],
    phone: secret,
    layout: secret,
  };
  const items = paper.items.map((item) => ({ ...item, opinions: [secret], secretNote: secret }));
  const posting = { presentCount: 16, nonVotingCount: 1, postedFrom: "2026-09-11", postedTo: "2026-09-18", contact: "社区办公室" };

  const page = writePublicMinutes({ ...paper, ...hidden, items, ...posting } as PublicMinutes);

  expect(page).not.toContain(secret);
  expect(page).toContain("挡土墙");
});

test("a counted tally sheet says why papers are spoilt; an uncounted one has room to write it", () => {
  const { tally, countedTally } = everySheet();

  expect(countedTally).toMatch(/两项都勾了[\s\S]*2 张[\s\S]*3栋101 托 何志远 投/);
  expect(countedTally).toMatch(/86 户[\s\S]*60 张[\s\S]*58 张/);
  expect([tally!.includes("无效票的原因"), tally!.includes("说明")]).toEqual([true, false]);
});

test("an id of the machine's own stands on no paper, a number does", () => {
  const poster = { body: "莲心议事会", time: "9月9日", place: "会议室", matters: [], issuer: "光明路社区", issuedOn: "2026-09-05" };

  expect(writePoster({ ...poster, recordId: "01a21d4b-a531-7000-9431-d66559f421fc" })).not.toContain("编号");
  expect(writePoster({ ...poster, recordId: "2026-0007" })).toContain("编号：2026-0007");
});

test("a notice with much to say is printed smaller, so that the seal stays on its page", () => {
  const poster = { body: "莲心议事会", time: "9月9日下午3:00", place: "会议室", issuer: "光明路社区", issuedOn: "2026-09-05" };
  const sizeOf = (count: number) => /class="sheet poster([^"]*)"/.exec(writePoster({ ...poster, matters: Array(count).fill("楼道灯") }))![1];

  expect([sizeOf(2), sizeOf(9), sizeOf(20)]).toEqual(["", " dense", " denser"]);
});
