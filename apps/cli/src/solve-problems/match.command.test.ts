import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addMatch } from "./match.command.js";

let folder: string;
const lines: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "match-"));
  lines.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

async function run(...words: string[]): Promise<string> {
  const program = new Command();
  addMatch(program);
  lines.length = 0;
  await program.parseAsync(["match", ...words], { from: "user" });
  return lines.join("\n");
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const match = async (name: string, text: string): Promise<unknown> => JSON.parse(await run(write(name, text), "--json"));

// By hand: two units go 1→3→4 for 3 each, as many as may; the other two 1→2→4 for 5 each.
const flow = "c by hand\np min 4 4\nn 1 4\nn 4 -4\na 1 2 0 4 2\na 1 3 0 2 2\na 2 4 1 3 3\na 3 4 0 5 1\n";
// The cheapest of the six ways to pair 1, 2, 3 with 4, 5, 6: 1–5, 2–4, 3–6.
const pairs = "p asn 6 7\nn 1\nn 2\nn 3\na 1 4 5\na 1 5 1\na 2 4 1\na 2 5 2\na 2 6 9\na 3 6 2\na 3 5 4\n";

test("solves DIMACS files to their known optimum, certified", async () => {
  expect(await match("hand.min", flow)).toMatchObject({ kind: "network", solved: true, objective: 16, certified: true });
  expect(process.exitCode).toBeUndefined();
  expect(await match("hand.asn", pairs)).toMatchObject({ kind: "pairing", solved: true, objective: 4, certified: true });
});

test("says who is short where there is no plan, and ends with 2", async () => {
  const answer = await match("short.asn", "p asn 6 4\nn 1\nn 2\nn 3\na 1 4 1\na 2 4 1\na 3 5 1\na 3 6 1\n");

  expect(answer).toMatchObject({ solved: false, objective: null, certified: false, answer: { need: 2, offer: 1 } });
  expect(process.exitCode).toBe(2);
});

test.each([
  ["nothing at all", ""],
  ["text", "hello"],
  ["half a line of JSON", '{"format":"lianxin-match/1","people":['],
  ["no people", '{"format":"lianxin-match/1","people":[],"places":[{"id":"x"}],"pairs":[]}'],
  ["the same person twice", '{"format":"lianxin-match/1","people":[{"id":"a"},{"id":"a"}],"places":[{"id":"x"}],"pairs":[]}'],
  ["least above most", '{"format":"lianxin-match/1","people":[{"id":"a","least":2,"most":1}],"places":[{"id":"x"}],"pairs":[]}'],
  ["a cost beyond 2⁵³", "p asn 2 1\nn 1\na 1 2 9007199254740993\n"],
  ["a cost beyond 32 bits", "p min 2 1\nn 1 1\nn 2 -1\na 1 2 0 1 4294967296\n"],
  ["a cost that is no number", "p min 2 1\nn 1 1\nn 2 -1\na 1 2 0 1 NaN\n"],
  ["lower above upper", "p min 2 1\nn 1 1\nn 2 -1\na 1 2 3 2 1\n"],
  ["the same pair twice", "p asn 2 2\nn 1\na 1 2 1\na 1 2 3\n"],
  ["a node that does not exist", "p asn 2 1\nn 1\na 1 7 1\n"],
  ["a hundred million nodes and no arcs that fit", "p min 100000001 0\n"],
])("refuses %s with a reason and a remedy, and answers nothing", async (_what, text) => {
  await expect(match("bad", text)).rejects.toMatchObject({ name: "Refusal", message: expect.stringMatching(/\n.*\n.*\n/s) as string });
  expect(lines).toEqual([]);
});

test("prints the cost for people, and writes the whole answer where it is told to, in the ids of the file", async () => {
  const out = join(folder, "answer.json");

  const said = await run(write("hand.asn", pairs), "--out", out);

  expect(said).toBe("总费用 4，已核对：没有更好的 / cost 4, certified");
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
    kind: "pairing",
    objective: 4,
    answer: {
      pairs: [
        [1, 5, 1],
        [2, 4, 1],
        [3, 6, 2],
      ],
    },
  });
  expect(process.exitCode).toBeUndefined();
});

const roster = {
  format: "lianxin-match/1",
  people: [{ id: "王干部" }],
  places: [{ id: "张奶奶" }, { id: "李爷爷" }],
  pairs: [
    { person: "王干部", place: "张奶奶" },
    { person: "王干部", place: "李爷爷" },
  ],
};

test.each([
  ["places", "short.json", JSON.stringify(roster), "这 2 处（张奶奶、李爷爷）一共要 2 个人，能用的（王干部等）一共只能给 1 个，还差 1 个"],
  ["an assignment", "short.asn", "p asn 4 2\nn 4\nn 2\na 4 1 7\na 2 1 1\n", "点 2, 4 一共要配 2 个，能配的只有 1 个（1），还差 1 个"],
  ["a flow", "short.min", "p min 2 1\nn 1 3\nn 2 -3\na 1 2 0 1 1\n", "点 2 一共要运进 3，最多只能运进 1，还差 2"],
])("says in words who of %s cannot be served, and how many are missing", async (_what, name, text, why) => {
  const said = await run(write(name, text));

  expect(said.split("\n")).toEqual(["没有办法都排上 / there is no plan", why, expect.stringMatching(/[12] short$/)]);
  expect(process.exitCode).toBe(2);
});

test.each([
  ["a file that is not there", () => [join(folder, "gone.json")]],
  ["a folder", () => [folder]],
  ["an answer that cannot be written", () => [write("hand.asn", pairs), "--out", join(folder, "gone", "answer.json")]],
])("refuses %s in a sentence that names it, without a stack", async (_what, words) => {
  await expect(run(...words())).rejects.toMatchObject({ name: "Refusal", message: expect.stringContaining(folder) as string });
});
