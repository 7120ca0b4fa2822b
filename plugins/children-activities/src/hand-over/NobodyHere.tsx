import { EmptyState } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Board } from "../hold-session/use-board.js";

type Shown = { readonly state: string; readonly children: readonly Pick<Board["children"][number], "state">[] };

/** Why no child is to be collected: nobody opened yet, nobody came yet, or every child went home. */
export const whyNobody = ({ state, children }: Shown): "unopened" | "none" | "empty" =>
  state === "planned" || state === "published" ? "unopened" : state === "open" && children.some((child) => child.state === "enrolled") ? "none" : "empty";

export function NobodyHere({ board }: { readonly board: Shown }) {
  const count = board.children.filter(({ state }) => state === "enrolled").length;
  const why = whyNobody(board);
  if (why === "empty") return <EmptyState why={text("children-activities.desk.none")} />;
  return <EmptyState why={text(why === "unopened" ? "children-activities.desk.unopened" : "children-activities.desk.noneYet", { count })} />;
}
