import { Status, t, type StatusKind } from "@lianxin/web-kit";

const looks: Readonly<Record<string, StatusKind>> = {
  draft: "todo",
  noticed: "track",
  checking_in: "track",
  in_session: "track",
  inquorate: "late",
  minutes_draft: "check",
  minutes_confirmed: "check",
};

/** The stage of a meeting in words; what is over is plain. */
export const MeetingState = ({ state }: { readonly state: string }) => <Status kind={looks[state] ?? "done"} word={t(`meetings.state.${state}`)} />;
