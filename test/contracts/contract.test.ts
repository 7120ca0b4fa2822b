import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { col, table } from "@lianxin/plugin-kit";
import { expect, test } from "vitest";
import hello from "../../examples/hello-plugin/src/server.js";
import { chooseOpenApi, type OpenApi } from "./choose-openapi.js";
import { findStale } from "./compare-files.js";
import { contractFiles } from "./contract-files.js";
import { describeTables } from "./describe-tables.js";
import { testAuthority } from "./test-authority.js";

const repository = join(import.meta.dirname, "../..");
const folder = "examples/hello-plugin";
const contractsOfHello = async () => {
  const files = await contractFiles([
    { folder, part: hello },
    { folder: "nowhere", part: testAuthority },
  ]);
  return new Map([...files].filter(([path]) => path.startsWith(folder)));
};

test("the contract of hello-plugin that is committed is the one its sources give", async () => {
  const wanted = await contractsOfHello();

  expect([...wanted.keys()]).toEqual(["openapi.json", "tables.md", "events.md", "permissions.md"].map((name) => `${folder}/contract/${name}`));
  expect(findStale(repository, wanted)).toEqual([]);
});

test("the same sources give the same bytes", async () => {
  const [first, second] = [await contractsOfHello(), await contractsOfHello()];

  expect(second).toEqual(first);
});

test("a missing contract and one that differs by a byte are stale", () => {
  const root = mkdtempSync(join(tmpdir(), "lianxin-stale-"));
  for (const path of ["a/contract/tables.md", "b/contract/tables.md"]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), "one\n");
  }

  const stale = findStale(
    root,
    new Map([
      ["a/contract/tables.md", "one\n"],
      ["b/contract/tables.md", "One\n"],
      ["c/contract/tables.md", "one\n"],
    ]),
  );

  rmSync(root, { recursive: true });
  expect(stale).toEqual(["b/contract/tables.md", "c/contract/tables.md"]);
});

test("tables come by name, with type and class of every column and whose value it is", () => {
  const elder = table("club_elder", { id: col.id(), leaderId: col.ref("directory_person"), leaderPhone: col.contact("leaderId").nullable() });
  const badge = table("club_badge", { id: col.id(), title: col.text().as("public") });

  const page = describeTables("club", [elder, badge]);

  expect(page.split("\n").filter((line) => line.startsWith("## ") || line.includes("_") || line.includes("title"))).toEqual([
    "## club_badge",
    "| title | text |  | public |  |",
    "## club_elder",
    "| leader_id | ref |  | internal | → directory_person |",
    "| leader_phone | text | yes | contact | about leader_id |",
  ]);
});

test("a contract holds its own addresses alone, with the shapes they name and those these name", () => {
  const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const whole: OpenApi = {
    openapi: "3.1.0",
    info: { title: "x", version: "1" },
    paths: {
      "/b": { get: { tags: ["club"], ...named("Outer") } },
      "/a": { post: { tags: ["club"] }, get: { tags: ["other"] } },
      "/c": { get: { tags: ["other"], ...named("Foreign") } },
    },
    components: { schemas: { Outer: { items: named("Inner") }, Inner: { type: "string" }, Foreign: {} } },
  };

  const own = chooseOpenApi(whole, "club");

  expect(Object.entries(own.paths!).map(([path, methods]) => [path, Object.keys(methods)])).toEqual([
    ["/a", ["post"]],
    ["/b", ["get"]],
  ]);
  expect(Object.keys(own.components!.schemas!)).toEqual(["Inner", "Outer"]);
});
