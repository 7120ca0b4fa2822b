import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { sayTold, type Told } from "../tell-volunteers/ToCall.js";

/** What a list would do, or did: the sum, each line, and what is wrong with the others. */
export interface Looked {
  readonly sum: string;
  readonly isEmpty: boolean;
  readonly lines: readonly { readonly line: number; readonly name: string; readonly what: string }[];
  readonly refused: readonly { readonly problem: string; readonly remedy: string }[];
  /** Who would be told, and whom the desk would have to ring up. */
  readonly told?: Told;
}
interface Undone extends Told {
  readonly undone: number;
  readonly kept: number;
  readonly isDone: boolean;
}
interface Brought {
  readonly said: string;
  readonly told?: Told;
}
/** A kind of list: of a day, or of the rota. */
export interface ListKind {
  readonly key: string;
  /** Which series it is for, where there are several. */
  readonly of?: string | undefined;
  readonly hint: string;
  readonly undoHint: string;
  look(file: File): Promise<Looked>;
  bring(file: File): Promise<Brought>;
  /** Says what was done, and keeps the names of those nobody could write to. */
  say(done: Brought): void;
  isMine(one: { readonly kind: string; readonly dayId: string | null; readonly seriesId: string | null }): boolean;
  undo(importId: string): Promise<Undone>;
}

type SignUps = Awaited<ReturnType<typeof lookAtSignUps>>;
const lookAtSignUps = (dayId: string, file: File) => api("POST /days/:dayId/sign-ups/import/preview", { params: { dayId }, body: file as never });
const lookAtVolunteers = (seriesId: string, file: File) =>
  api("POST /series/:seriesId/volunteers/import/preview", { params: { seriesId }, body: file as never });

const countIn = (lines: readonly { readonly becomes: string }[], becomes: string): number => lines.filter((one) => one.becomes === becomes).length;
const signUpCounts = (lines: SignUps["lines"]) => ({
  ...{ confirmed: countIn(lines, "confirmed"), waiting: countIn(lines, "waiting"), known: countIn(lines, "known") },
});
const whatOfSignUp = ({ becomes, siteName, queue }: SignUps["lines"][number]): string => {
  if (becomes === "known") return text("volunteer-days.import.known");
  return becomes === "waiting"
    ? text("volunteer-days.import.waiting", { queue: queue ?? 1, site: siteName })
    : text("volunteer-days.import.confirmed", { site: siteName });
};

/** People of a day. */
export const signUpList = (dayId: string): ListKind => ({
  ...{ key: dayId, hint: text("volunteer-days.import.hint.day"), undoHint: text("volunteer-days.import.undo.day") },
  async look(file) {
    const { lines, refused, told: reached, toCall } = await lookAtSignUps(dayId, file);
    const counts = signUpCounts(lines);
    const told = lines.map((one) => ({ line: one.line, name: one.name, what: whatOfSignUp(one) }));
    return {
      sum: text("volunteer-days.import.willSignUp", counts),
      isEmpty: counts.confirmed + counts.waiting === 0,
      lines: told,
      refused,
      told: { told: reached, toCall },
    };
  },
  async bring(file) {
    const { lines, told, toCall } = await api("POST /days/:dayId/sign-ups/import", { params: { dayId }, body: file as never });
    return { said: text("volunteer-days.import.signedUp", signUpCounts(lines)), told: { told, toCall } };
  },
  say: ({ said, told }) => sayTold(dayId, said, told!),
  isMine: (one) => one.kind === "signUps" && one.dayId === dayId,
  undo: (importId) => api("POST /sign-up-imports/:importId/undo", { params: { importId } }),
});

const volunteerCounts = (lines: readonly { readonly becomes: string }[]) => ({
  ...{ added: countIn(lines, "new"), changed: countIn(lines, "changed"), same: countIn(lines, "same"), left: countIn(lines, "left") },
});
const becameOf = { new: "volunteer-days.import.new", changed: "volunteer-days.import.changed", same: "volunteer-days.import.same" } as const;

/** People of the rota of a series. */
export const rotaList = (seriesId: string, of?: string): ListKind => ({
  ...{ key: seriesId, of, hint: text("volunteer-days.import.hint.rota"), undoHint: text("volunteer-days.import.undo.rota") },
  async look(file) {
    const { lines, refused } = await lookAtVolunteers(seriesId, file);
    const counts = volunteerCounts(lines);
    const what = ({ becomes, changes }: (typeof lines)[number]) =>
      [becomes !== "left" && text(becameOf[becomes as keyof typeof becameOf]), changes].filter(Boolean).join(" · ");
    const told = lines.map((one) => ({ line: one.line, name: one.name, what: what(one) }));
    const left = counts.left > 0 ? [text("volunteer-days.import.willLeave", { count: counts.left })] : [];
    return { sum: [text("volunteer-days.import.willEnrol", counts), ...left].join("。"), isEmpty: counts.added + counts.changed === 0, lines: told, refused };
  },
  async bring(file) {
    const { lines } = await api("POST /series/:seriesId/volunteers/import", { params: { seriesId }, body: file as never });
    return { said: text("volunteer-days.import.enrolled", volunteerCounts(lines)) };
  },
  say: ({ said }) => toast(said),
  isMine: (one) => one.kind === "rota" && one.seriesId === seriesId,
  undo: (importId) => api("POST /rota-imports/:importId/undo", { params: { importId } }),
});
