import { Button, Card, dayText, Notice } from "@lianxin/web-kit";
import { text, word } from "../api.js";
import type { Logged, VisitBody } from "../keep-offline/use-visits.js";

/** A visit that was written down: what was sent of it, and what the server says of it; undefined while it waits on the phone. */
export interface Done {
  readonly body: VisitBody;
  readonly logged: Logged | undefined;
  /** Not: nothing was asked about health, nor is anything said of it. */
  readonly notesHealth: boolean;
}

/** What was written, in the words it was asked in. */
function linesOf({ mode, isSeen, condition, wrong, words, needs }: VisitBody, notesHealth: boolean): string[] {
  const found = notesHealth ? [word("condition", condition)] : [];
  const seen = isSeen ? [text("elder-pairing.visit.yes"), ...found] : [text("elder-pairing.visit.no")];
  const asked = needs.map(({ category, words: said, action }) =>
    [word("need", category), said, text(action === "matter" ? "elder-pairing.visit.matter" : "elder-pairing.visit.onSpot")].filter(Boolean).join(" · "),
  );
  return [[word("mode", mode), ...seen, ...wrong.map((code) => word("wrong", code))].join(" · "), ...(words ? [words] : []), ...asked];
}

function Follows({ logged }: Pick<Done, "logged">) {
  if (!logged) return <Notice>{text("elder-pairing.written.kept")}</Notice>;
  if (!logged.follows) return null;
  const { nextOn, raisedTo, goBy } = logged.follows;
  return (
    <>
      {raisedTo !== null && <Notice kind="warning">{text("elder-pairing.written.raised", { level: word("level", raisedTo) })}</Notice>}
      {goBy !== null && <Notice kind="warning">{text("elder-pairing.written.goBy", { day: dayText(goBy) })}</Notice>}
      <p>{nextOn === null ? text("elder-pairing.mine.noneDue") : text("elder-pairing.mine.next", { day: dayText(nextOn) })}</p>
    </>
  );
}

/** In place of the form once a visit is written: what stands, what follows, and one press for another one, so that a second tap writes no second visit. */
export const Written = ({ body, logged, notesHealth, onAgain }: Done & { readonly onAgain: () => void }) => (
  <Card title={text("elder-pairing.visit.done")}>
    <div class="lx-stack" role="status">
      <ul class="visit-past">
        {linesOf(body, notesHealth).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Follows logged={logged} />
      {logged && <p class="lx-hint">{text("elder-pairing.written.wrong")}</p>}
      <div class="lx-actions">
        <Button onClick={onAgain}>{text("elder-pairing.written.again")}</Button>
      </div>
    </div>
  </Card>
);
