import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileKinds, importFile, type FileKind, type ImportedFile } from "@lianxin/server";
import { Option, type Command } from "commander";
import { runInHouse } from "../run-in-house.js";
import { print, refuse } from "../say-why.js";
import { showProgress, type ProgressBars } from "./show-progress.js";

interface Options {
  readonly kind?: FileKind;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

async function bringIn(path: string, { kind, dryRun }: Options, { tell }: ProgressBars): Promise<ImportedFile> {
  const bytes = await readFile(path, "base64").catch((error: NodeJS.ErrnoException) => refuse(`读不了 ${path}（${error.code}）/ cannot read it.`));
  const imported = await runInHouse(importFile, { name: basename(path), bytes, kind, dryRun }, { tell });
  return { ...imported, file: path };
}

function inWords({ file, kind, added, changed, same, problems }: ImportedFile, dryRun = false): string {
  const sum = `${file}（${kind}）：${dryRun ? "将" : ""}新增 ${added}，更新 ${changed}，不变 ${same}，没有导入 ${new Set(problems.map((p) => p.line)).size} 行`;
  return [sum, ...problems.map(({ address, text }) => `  ${address}  ${text}`)].join("\n");
}

/** lianxin import: rosters, places, calendars. Ends with 2 when some line stayed out. */
export function addImport(program: Command): void {
  program
    .command("import")
    .argument("<file...>", ".xlsx 或 .csv / .xlsx or .csv")
    .description("导入名册等表格，服务开着也行；同一个文件再导入一次，什么都不会变 / bring spreadsheets in; the same file again changes nothing")
    .addOption(new Option("--kind <kind>", "是哪种表，不写就按表头判断 / what it holds, else told by its headings").choices(fileKinds))
    .option("--dry-run", "只看会怎样，不写入 / only say what would come of it")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (files: string[], options: Options) => {
      const bars = showProgress(options.json ?? false);
      const outcomes: ImportedFile[] = [];
      for (const file of files) outcomes.push(await bringIn(file, options, bars));
      bars.end();
      print(options.json, outcomes, outcomes.map((outcome) => inWords(outcome, options.dryRun)).join("\n"));
      if (outcomes.some(({ problems }) => problems.length > 0)) process.exitCode = 2;
    });
}
