import { text } from "../api.js";
import type { Changing } from "./ChangePage.js";

/** Whom a change reaches: those with a mail address at once, the others by name, because somebody must call them. */
export function WhoIsTold({ people, words }: { readonly people: Changing["people"]; readonly words: "moved" | "cancelled" }) {
  const mailed = people.filter(({ hasMail }) => hasMail).length;
  const others = people.filter(({ hasMail }) => !hasMail);
  return (
    <>
      <p>{mailed > 0 ? text(`meetings.change.mailed.${words}`, { count: mailed }) : text("meetings.change.nobodyMailed")}</p>
      {others.length > 0 && <p>{text("meetings.change.byHand", { count: others.length, names: others.map(({ name }) => name).join("、") })}</p>}
    </>
  );
}
