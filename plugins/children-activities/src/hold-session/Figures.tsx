import { Status } from "@lianxin/web-kit";
import { tellRule, tellSum, tellWho, text, told } from "../api.js";
import { OverrideForm } from "./OverrideForm.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

const Figure = ({ word, figure, of }: { readonly word: string; readonly figure: number; readonly of?: number }) => (
  <span>
    {word} <strong class="lx-num">{figure}</strong>
    {of !== undefined && <small class="lx-num">/{of}</small>}
  </span>
);

/** How many adults: those who came when it is over, who is there while it is open, and before that who is there of those on the list. */
function Adults({ board: { state, adults, doors } }: { readonly board: Board }) {
  if (state === "closed") return <Figure word={text("children-activities.board.adultsCame")} figure={adults} />;
  if (state === "open") return <Figure word={text("children-activities.board.adults")} figure={adults} />;
  if (!doors) return <Figure word={text("children-activities.board.adultsListed")} figure={adults} />;
  return <Figure word={text("children-activities.board.adultsThere")} figure={doors.adults} of={adults} />;
}

/** Is it enough: who is there while it is open, who is on the list before. */
function Enough({ board: { state, isSafe } }: { readonly board: Board }) {
  if (isSafe === null) return null;
  const isOpen = state === "open";
  const [yes, no] = isOpen
    ? (["children-activities.board.enough", "children-activities.board.notEnough"] as const)
    : (["children-activities.board.listEnough", "children-activities.board.listNotEnough"] as const);
  return (
    <span>
      <Status kind={isSafe ? "done" : isOpen ? "late" : "gap"} word={text(isSafe ? yes : no)} />
    </span>
  );
}

/** From the hour on in which the doors may open: may they, and what is missing of who is there. In an emergency two people let them be opened all the same. */
function Doors({ board, act }: Acting & { readonly board: Board }) {
  const { doors } = board;
  if (!doors) return null;
  if (doors.violations.length === 0) return <Status kind="done" word={text("children-activities.board.mayOpen")} />;
  const what = [...new Set(doors.violations.map(tellRule))].join("；");
  return (
    <div class="board-doors">
      <p>{text("children-activities.board.mayNotOpen", { what })}</p>
      {board.violations.length === 0 && doors.adults > 0 && <OverrideForm board={board} act={act} />}
    </div>
  );
}

/** The figures of a session, to be read across a room, and by which sum its adults are counted. */
export function Figures({ board, act }: Acting & { readonly board: Board }) {
  const { ratio, state, present, enrolled } = board;
  return (
    <>
      <p class="board-figures" aria-live="polite">
        <Figure
          word={text(state === "closed" ? "children-activities.board.childrenCame" : "children-activities.board.children")}
          figure={present}
          of={enrolled}
        />
        <Adults board={board} />
        <Enough board={board} />
        {ratio && (
          <small class="lx-hint lx-num">
            {text("children-activities.board.sum", {
              ...{ children: ratio.children, needed: ratio.needed, whom: tellWho(state === "open").whom },
              ...{ mode: told("mode", ratio.mode), sum: tellSum(ratio) },
            })}
          </small>
        )}
      </p>
      <Doors board={board} act={act} />
    </>
  );
}
