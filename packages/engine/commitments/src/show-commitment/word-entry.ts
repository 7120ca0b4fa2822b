import { t } from "@lianxin/web-kit";
import { text } from "../api.js";
import { readStep } from "../remind-owners/word-step.js";

/** Who did something, and for or to whom; nobody when the step is still to be told to them by hand, as its note says. */
export function whoOf(move: string, byName: string | null, forName: string | null, note: string | null = null): string | null {
  if (forName === null) return byName;
  if (move === "remind") return note !== null && readStep(note)?.missed.includes("owner") ? null : text("commitments.history.to", { name: forName });
  if (byName === null || byName === forName) return forName;
  // Decided against who wanted to lead, not in their name.
  if (move === "counterRefuse") return byName;
  const gave = move === "assign" || move === "counterAccept";
  const words = move === "urge" ? "commitments.history.urged" : gave ? "commitments.history.gave" : "commitments.history.for";
  return text(words, { by: byName, for: forName });
}

/** What was said; of a step of the reminders, how it went out, or who is to be told by hand. */
export function noteOf(move: string, note: string | null, forName: string | null): string | null {
  if (move !== "remind" || note === null) return note;
  const byHand = readStep(note);
  if (!byHand) return t(`commitments.remind.${note}`);
  const who = byHand.missed.map((hearer) => t(`commitments.hearer.${hearer}`, { name: forName ?? "" }).trim()).join("、");
  return text("commitments.remind.tell", { step: t(`commitments.step.${byHand.step}`), who });
}
