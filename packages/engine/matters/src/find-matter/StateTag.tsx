import { Status, t, type StatusKind } from "@lianxin/web-kit";

/** Which of the usual looks a stage has; the word is its own. */
const looks: Readonly<Record<string, StatusKind>> = {
  proposed: "check",
  screening: "check",
  accepted: "todo",
  deferred: "hold",
  scheduled: "track",
  discussed: "track",
  referred: "track",
  escalated: "track",
};

/** The stage of a matter in words; what was answered is plain. */
export const StateTag = ({ state }: { readonly state: string }) => <Status kind={looks[state] ?? "done"} word={t(`matters.state.${state}`)} />;
