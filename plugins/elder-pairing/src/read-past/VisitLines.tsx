import { dayText } from "@lianxin/web-kit";
import { text, word } from "../api.js";
import { UndoVisit } from "../undo-visit/UndoVisit.js";

export interface PastVisit {
  readonly id: string;
  readonly visitedOn: string;
  readonly mode: string;
  readonly isSeen: boolean;
  readonly condition: string;
  readonly wrong: readonly string[];
  readonly words: string | null;
  readonly childContact: string | null;
  readonly confirmedBy: string | null;
  readonly by: string | null;
  /** The reader wrote it down today. */
  readonly mayUndo: boolean;
}

const seen = ({ isSeen, condition }: PastVisit): string => {
  if (!isSeen) return text("elder-pairing.visit.unseen");
  return [text("elder-pairing.visit.yes"), condition && word("condition", condition)].filter(Boolean).join("，");
};

/** Visits as they were: when, how, who went, how the elder was, what was wrong, what was said; one's own of today with the way back. */
export const VisitLines = ({ visits, onDone }: { readonly visits: readonly PastVisit[]; readonly onDone: () => Promise<unknown> }) => (
  <ul class="visit-past">
    {visits.map((one) => {
      const said = [
        one.words,
        one.childContact && `${text("elder-pairing.visit.children")}：${one.childContact}`,
        one.confirmedBy && `${text("elder-pairing.visit.confirmed")}：${one.confirmedBy}`,
      ].filter(Boolean);
      return (
        <li key={one.id}>
          {dayText(one.visitedOn)} {word("mode", one.mode)} {seen(one)}
          {one.wrong.length > 0 && ` · ${one.wrong.map((code) => word("wrong", code)).join("、")}`}
          {one.by && ` · ${one.by}`}
          {one.mayUndo && <UndoVisit visit={one} onDone={onDone} />}
          {said.length > 0 && <div class="lx-hint">{said.join("；")}</div>}
        </li>
      );
    })}
  </ul>
);
