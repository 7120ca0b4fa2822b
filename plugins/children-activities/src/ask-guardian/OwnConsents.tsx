import { Button } from "@lianxin/web-kit";
import { text, told } from "../api.js";
import type { Own } from "./GuardianPage.js";

interface Props {
  readonly child: Pick<Own["children"][number], "consents" | "own">;
  readonly words: Own["words"];
  readonly answer: (purpose: "data" | "participation" | "photo" | "health", isYes: boolean) => void;
  /** A no to keeping the data erases them: it is asked once more. */
  readonly onErase: () => void;
}

/** What this guardian said of each purpose in its full wording, to be changed; and where the others' word makes the sum another one. */
export const OwnConsents = ({ child, words, answer, onErase }: Props) => (
  <ul class="own-list">
    {child.consents.map(({ purpose: code, isGiven }) => {
      const purpose = code as "data";
      const own = child.own[purpose];
      const say = (isYes: boolean) => (
        <Button
          look="soft"
          aria-label={`${text(isYes ? "children-activities.own.agree" : "children-activities.own.withdraw")} ${told("consent", purpose)}`}
          onClick={() => (purpose === "data" && !isYes ? onErase() : answer(purpose, isYes))}
        >
          {text(isYes ? "children-activities.own.agree" : "children-activities.own.withdraw")}
        </Button>
      );
      return (
        <li key={purpose}>
          <p>{words[purpose]}</p>
          <div class="lx-actions">
            <strong>{told("own.said", own)}</strong>
            {own !== "yes" && say(true)}
            {own !== "no" && say(false)}
          </div>
          {(own === "yes") !== isGiven && <p class="lx-hint">{text(isGiven ? "children-activities.own.othersYes" : "children-activities.own.othersNo")}</p>}
        </li>
      );
    })}
  </ul>
);
