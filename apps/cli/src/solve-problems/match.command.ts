import { readFile, writeFile } from "node:fs/promises";
import { readProblem, solveProblem, type SolvedProblem } from "@lianxin/matching/read";
import type { Command } from "commander";
import { print } from "../say-why.js";
import { refusalOf } from "./refusal-of.js";
import { sayUnserved } from "./say-unserved.js";

interface Options {
  readonly out?: string;
  readonly json?: boolean;
}

async function solveFile(file: string, out: string | undefined): Promise<SolvedProblem> {
  const solved = solveProblem(readProblem(await readFile(file, "utf8")));
  if (out) await writeFile(out, `${JSON.stringify(solved)}\n`);
  return solved;
}

function summarise({ objective, certified }: SolvedProblem): string {
  return certified
    ? `总费用 ${objective}，已核对：没有更好的 / cost ${objective}, certified`
    : `总费用 ${objective}，没有核对上 / cost ${objective}, NOT certified`;
}

/**
 * lianxin match: people and places, pairs, or a network, solved with a certificate. Ends with 0 when there is a certified plan, 1 when the file was refused,
 * 2 when there is no plan, or one the check does not certify.
 */
export function addMatch(program: Command): void {
  program
    .command("match")
    .argument("<problem>", "我们的 .json，或 DIMACS 的 .min、.asn / our JSON, or DIMACS")
    .description(
      "配人：解一个分派问题，并核对是不是最好；排不成或没有核对上时以 2 结束，文件不对时以 1 结束 / solve an assignment problem and check that nothing is better; ends with 2 where there is no certified plan, with 1 where the file is wrong",
    )
    .option("--out <file>", "把整个答案写到哪里 / where to write the whole answer")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (file: string, { out, json }: Options) => {
      const solved = await solveFile(file, out).catch((error: unknown) => Promise.reject(refusalOf(error, file)));
      print(json, solved, solved.solved ? summarise(solved) : sayUnserved(solved));
      if (!solved.certified) process.exitCode = 2;
    });
}
