import { readFile, writeFile } from "node:fs/promises";
import { readProblem, solveProblem } from "@lianxin/matching/read";
import type { Command } from "commander";
import { print } from "../say-why.js";
import { refusalOf } from "./refusal-of.js";

interface Options {
  readonly out?: string;
  readonly json?: boolean;
}

// Flows and prices come as typed arrays, which JSON would write as objects.
const plainly = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) ? [...(value as unknown as Iterable<number>)] : value;

/** lianxin match: people and places, pairs, or a network, solved with a certificate. Ends with 2 when there is no plan. */
export function addMatch(program: Command): void {
  program
    .command("match")
    .argument("<problem>", "我们的 .json，或 DIMACS 的 .min、.asn / our JSON, or DIMACS")
    .description("配人：解一个分派问题，并核对是不是最好 / solve an assignment problem and check that nothing is better")
    .option("--out <file>", "把整个答案写到哪里 / where to write the whole answer")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (file: string, { out, json }: Options) => {
      const text = await readFile(file, "utf8");
      const solved = await Promise.resolve(text)
        .then(readProblem)
        .then(solveProblem)
        .catch((error: unknown) => Promise.reject(refusalOf(error)));
      const whole = JSON.parse(JSON.stringify(solved, plainly)) as object;
      if (out) await writeFile(out, `${JSON.stringify(whole)}\n`);
      const sum = solved.solved
        ? `总费用 ${solved.objective}，${solved.certified ? "已核对：没有更好的" : "没有核对上"} / cost ${solved.objective}, ${solved.certified ? "certified" : "NOT certified"}`
        : "没有办法都排上 / there is no plan";
      print(json, whole, sum);
      if (!solved.solved || !solved.certified) process.exitCode = 2;
    });
}
