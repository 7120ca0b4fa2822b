import { MatchingError } from "@lianxin/matching";
import { sayError } from "@lianxin/matching/say";
import { SchedulingError } from "@lianxin/scheduling";
import { describe, textOfError, textOfRemedy } from "@lianxin/scheduling/messages";

/** What the system says of files, in words. */
const fileTexts: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件或文件夹，请核对路径 / no such file or folder: check the path",
  EISDIR: "这是文件夹，不是文件 / this is a folder, not a file",
  EACCES: "没有权限 / not permitted",
  EPERM: "没有权限 / not permitted",
  ENOSPC: "磁盘满了 / the disk is full",
};

/** A problem file that cannot be read, written or used, in words; any other error as it is. `file` is what was to be read. */
export function refusalOf(error: unknown, file: string): unknown {
  const said = (text: string) => Object.assign(new Error(text), { name: "Refusal" });
  if (error instanceof SchedulingError)
    return said((["zh-CN", "en"] as const).flatMap((language) => [textOfError(error), textOfRemedy(error)].map((text) => describe(language, text))).join("\n"));
  if (error instanceof MatchingError)
    return said(
      (["zh-CN", "en"] as const)
        .map((language) => sayError(error, language))
        .map(({ what, remedy }) => `${what}\n${remedy}`)
        .join("\n"),
    );
  const { code = "", path = file } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (fileTexts[code] !== undefined) return said(`${path}：${fileTexts[code]}`);
  return error;
}
