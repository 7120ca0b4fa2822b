import { useState } from "preact/hooks";
import { browserPorts, Button, dateOf, dayText, timeText, useLoaded } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { ListKind } from "./lists.js";

const read = () => api("GET /imports");
type Past = Awaited<ReturnType<typeof read>>["imports"][number];
/** Milliseconds within which a list can be taken back. */
const undoable = 24 * 60 * 60 * 1_000;
const mostTurns = 50;

async function undoAll(list: ListKind, importId: string) {
  const counts = { undone: 0, kept: 0 };
  const all: { told: number; toCall: readonly string[] } = { told: 0, toCall: [] };
  for (let turn = 0; turn < mostTurns; turn++) {
    const { undone, kept, isDone, told, toCall } = await list.undo(importId);
    counts.undone += undone;
    counts.kept += kept;
    Object.assign(all, { told: all.told + told, toCall: [...all.toCall, ...toCall] });
    if (isDone) break;
  }
  return { said: text("volunteer-days.import.undone", counts), told: all };
}

/** Lists that were brought in before, each to be taken back within a day. */
export function PastImports({ list, onDone }: { readonly list: ListKind; readonly onDone: () => Promise<unknown> }) {
  const loaded = useLoaded(read, [list.key], { keepsOld: true });
  const [asked, ask] = useState<Past | undefined>(undefined);
  const past = (loaded.value?.imports ?? []).filter((one) => list.isMine(one));
  if (past.length === 0) return null;
  const undo = async () => {
    list.say(await undoAll(list, asked!.id));
    await Promise.all([loaded.reload(), onDone()]);
  };
  return (
    <>
      <h3 class="import-past">{text("volunteer-days.import.past")}</h3>
      <ul class="import-lines">
        {past.map((one) => (
          <li key={one.id} class="import-one">
            <span>
              {one.fileName}{" "}
              <span class="lx-hint">
                {dayText(dateOf(one.importedAt))} {timeText(one.importedAt)} · {text("volunteer-days.import.came", { added: one.added, changed: one.changed })}
              </span>
            </span>
            {one.undoneAt ? (
              <span class="lx-hint">{text("volunteer-days.import.isUndone")}</span>
            ) : (
              browserPorts.now() - Date.parse(one.importedAt) <= undoable && (
                <Button look="soft" aria-label={`${text("volunteer-days.import.undo")} ${one.fileName}`} onClick={() => ask(one)}>
                  {text("volunteer-days.import.undo")}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={() => ask(undefined)}
        title={text("volunteer-days.import.undo.sure", { file: asked?.fileName ?? "" })}
        verb={text("volunteer-days.import.undo")}
        onConfirm={undo}
      >
        <p>{list.undoHint}</p>
      </ConfirmDialog>
    </>
  );
}
