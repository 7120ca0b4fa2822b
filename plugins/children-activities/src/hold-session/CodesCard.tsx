import type { Signal } from "@preact/signals";
import { Button, Card } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Board } from "./use-board.js";

/** A code just given out: whose, and the digits. It stands in this window alone, until somebody wrote it down or it is good for nothing. */
export interface GivenCode {
  readonly attendanceId: string;
  readonly name: string;
  readonly code: string;
}

interface Props {
  readonly codes: Signal<readonly GivenCode[]>;
  /** Who is there: anybody else's code is used or void. */
  readonly children: Board["children"];
}

/** The codes of who just came, big enough to copy, each until it was told to whoever brought the child; none of a child that is not there. */
export function CodesCard({ codes, children }: Props) {
  const here = new Set(children.flatMap(({ attendanceId, state }) => (state === "present" ? [attendanceId] : [])));
  const shown = codes.value.filter(({ attendanceId }) => here.has(attendanceId));
  if (shown.length === 0) return null;
  return (
    <Card title={text("children-activities.codes.title")}>
      <div role="status">
        <ul class="board-codes">
          {shown.map((given) => (
            <li key={given.name + given.code}>
              <span>{text("children-activities.board.code", { name: given.name, code: "" })}</span>
              <strong class="lx-num">{given.code}</strong>
              <Button
                look="soft"
                aria-label={`${text("children-activities.codes.done")} ${given.name}`}
                onClick={() => (codes.value = codes.value.filter((one) => one !== given))}
              >
                {text("children-activities.codes.done")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <p class="lx-hint">{text("children-activities.codes.hint")}</p>
    </Card>
  );
}
