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

const fresh: ReadonlySet<string> = new Set(["proposed", "screening"]);
/** The stage of a matter in words; one household's own affair waits for somebody to do it, not for a screening. */
export const stateWord = (state: string, isPersonal = false): string =>
  t(isPersonal && fresh.has(state) ? "matters.state.toHandOut" : `matters.state.${state}`);

/** The stage of a matter in words; what was answered is plain. */
export const StateTag = ({ state, isPersonal = false }: { readonly state: string; readonly isPersonal?: boolean }) => (
  <Status kind={looks[state] ?? "done"} word={stateWord(state, isPersonal)} />
);
