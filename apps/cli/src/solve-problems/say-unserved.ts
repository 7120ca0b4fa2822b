import type { FileShortage, SolvedProblem } from "@lianxin/matching/read";
import { sayShortage } from "@lianxin/matching/say";

const list = (ids: readonly number[]): string => `${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", …" : ""}`;

function sayNodes({ nodes, others, need, offer, short }: FileShortage, isFlow: boolean): string {
  const [who, from] = [list(nodes), list(others)];
  if (isFlow)
    return [
      `点 ${who} 一共要运进 ${need}，最多只能运进 ${offer}，还差 ${short}`,
      `Nodes ${who} need ${need} brought in, but only ${offer} can be: ${short} short`,
    ].join("\n");
  return [
    `点 ${who} 一共要配 ${need} 个，能配的只有 ${offer} 个${from === "" ? "" : `（${from}）`}，还差 ${short} 个`,
    `Nodes ${who} need ${need} partners in all, but there are only ${offer}${from === "" ? "" : ` (${from})`}: ${short} short`,
  ].join("\n");
}

/** Why a file has no plan: who cannot be served together, what they need, what there is and what is missing, in both languages. */
export function sayUnserved({ kind, answer }: SolvedProblem): string {
  if (answer.solved) return "";
  const why = "of" in answer ? (["zh-CN", "en"] as const).map((language) => sayShortage(answer, language)).join("\n") : sayNodes(answer, kind === "network");
  return `没有办法都排上 / there is no plan\n${why}`;
}
