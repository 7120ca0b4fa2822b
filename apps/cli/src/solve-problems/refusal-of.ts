import { MatchingError } from "@lianxin/matching";
import { sayError } from "@lianxin/matching/say";
import { SchedulingError } from "@lianxin/scheduling";
import { describe, textOfError } from "@lianxin/scheduling/messages";

/** A problem file that cannot be used, in words; any other error as it is. */
export function refusalOf(error: unknown): unknown {
  const said = (text: string) => Object.assign(new Error(text), { name: "Refusal" });
  if (error instanceof SchedulingError) return said(`${describe("zh-CN", textOfError(error))}\n${describe("en", textOfError(error))}`);
  if (error instanceof MatchingError)
    return said(
      (["zh-CN", "en"] as const)
        .map((language) => sayError(error, language))
        .map(({ what, remedy }) => `${what}\n${remedy}`)
        .join("\n"),
    );
  return error;
}
