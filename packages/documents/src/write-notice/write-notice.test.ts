import { expect, test } from "vitest";
import { readParts } from "../read-sheet/read-parts.js";
import { usualLimits } from "../read-sheet/sheet-grid.js";
import { readZipDirectory } from "../read-sheet/zip-directory.js";
import { writeNotice } from "./write-notice.js";

const paper = {
  body: "光明路社区莲心议事会",
  time: "2026年9月9日（星期三）下午3:00",
  place: "社区<二楼>",
  matters: ["东侧挡土墙", "充电桩"],
  issuer: "光明路社区居民委员会",
  issuedOn: "2026-09-05",
};

test("prints when, where and what with the day it was issued, and no fact nobody gave", async () => {
  const bytes = Buffer.from(await writeNotice(paper, "2026-09-05T01:00:00Z"));

  const document = readParts(bytes, readZipDirectory(bytes, "a.docx", usualLimits), "a.docx")("word/document.xml")!;
  const text = [...document.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, part]) => part).join("|");
  expect(text).toContain(
    "时间：|2026年9月9日（星期三）下午3:00|地点：|社区&lt;二楼&gt;|会议议题：|1. |东侧挡土墙|2. |充电桩|光明路社区居民委员会|2026年9月5日",
  );
  expect(text).not.toContain("联系：");
});
