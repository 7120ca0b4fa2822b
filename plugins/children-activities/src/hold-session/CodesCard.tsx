import type { Signal } from "@preact/signals";
import { Button, Card } from "@lianxin/web-kit";
import { text } from "../api.js";

/** A code just given out: whose, and the digits. It stands in this window alone, until somebody wrote it down. */
export interface GivenCode {
  readonly name: string;
  readonly code: string;
}

/** The codes of who just came, big enough to copy, each until it was told to whoever brought the child. */
export function CodesCard({ codes }: { readonly codes: Signal<readonly GivenCode[]> }) {
  if (codes.value.length === 0) return null;
  return (
    <Card title={text("children-activities.codes.title")}>
      <div role="status">
        <ul class="board-codes">
          {codes.value.map((given) => (
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
