import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileKinds, findKind, loadFile, previewFile, type CellRemark, type Counts, type DirectoryDesk, type FileKind } from "@lianxin/server";
import { Option, type Command } from "commander";
import { print } from "../say-why.js";
import { showProgress, type ProgressBars } from "./show-progress.js";
import { withDesk } from "./with-desk.js";

interface Options {
  readonly kind?: FileKind;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}
interface Outcome extends Counts {
  readonly file: string;
  readonly kind: FileKind;
  readonly problems: readonly CellRemark[];
}

async function getPlace(desk: DirectoryDesk): Promise<string> {
  const setting = await desk.read(({ settings }) => settings.find());
  if (!setting)
    throw Object.assign(new Error("这里还没有社区。先启动服务，打开首次设置的链接。/ There is no community yet: start the server and open the set-up link."), {
      name: "Refusal",
    });
  return setting.placeId;
}

async function bringIn(desk: DirectoryDesk, path: string, { kind: said, dryRun }: Options, bars: ProgressBars): Promise<Outcome> {
  const [placeId, file] = [await getPlace(desk), { name: basename(path), bytes: await readFile(path) }];
  const kind = said ?? (await findKind(desk, { placeId, file }));
  if (!kind)
    throw Object.assign(new Error(`看不出 ${path} 是哪种表，请加 --kind（${fileKinds.join("、")}）/ say with --kind what it holds.`), { name: "Refusal" });
  const request = { kind, placeId, file };
  const { added, changed, same, problems } = dryRun
    ? await previewFile(desk, request)
    : await loadFile(desk, request, (done, of) => bars.tell(file.name, done, of));
  return { file: path, kind, added, changed, same, problems };
}

function inWords({ file, kind, added, changed, same, problems }: Outcome, dryRun = false): string {
  const sum = `${file}（${kind}）：${dryRun ? "将" : ""}新增 ${added}，更新 ${changed}，不变 ${same}，没有导入 ${new Set(problems.map((p) => p.line)).size} 行`;
  return [sum, ...problems.map(({ address, text }) => `  ${address}  ${text}`)].join("\n");
}

/** lianxin import: rosters, places, calendars. Ends with 2 when some line stayed out. */
export function addImport(program: Command): void {
  program
    .command("import")
    .argument("<file...>", ".xlsx 或 .csv / .xlsx or .csv")
    .description("导入名册等表格；同一个文件再导入一次，什么都不会变 / bring spreadsheets in; the same file again changes nothing")
    .addOption(new Option("--kind <kind>", "是哪种表，不写就按表头判断 / what it holds, else told by its headings").choices(fileKinds))
    .option("--dry-run", "只看会怎样，不写入 / only say what would come of it")
    .option("--json", "一行 JSON / one line of JSON")
    .action((files: string[], options: Options) =>
      withDesk(async (desk) => {
        const bars = showProgress(options.json ?? false);
        const outcomes: Outcome[] = [];
        for (const file of files) outcomes.push(await bringIn(desk, file, options, bars));
        bars.end();
        print(options.json, outcomes, outcomes.map((outcome) => inWords(outcome, options.dryRun)).join("\n"));
        if (outcomes.some(({ problems }) => problems.length > 0)) process.exitCode = 2;
      }),
    );
}
