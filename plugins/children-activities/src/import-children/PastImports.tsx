import { useSignal } from "@preact/signals";
import { Await, Button, dateOf, dayText, timeText, type useLoaded } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { undoAll } from "./bring-list.js";

export const readImports = (homeId: string) => api("GET /homes/:homeId/imports", { params: { homeId } });
type Imports = Awaited<ReturnType<typeof readImports>>;
interface Props {
  readonly loaded: ReturnType<typeof useLoaded<Imports>>;
  readonly onDone: () => Promise<unknown>;
}
const nameOf = ({ importedAt, added }: Imports["imports"][number]): string =>
  text("children-activities.import.past", { when: `${dayText(dateOf(importedAt))} ${timeText(importedAt)}`, count: added });

/** What was brought in within a day, each to be taken back as one after a question. */
export function PastImports({ loaded, onDone }: Props) {
  const asked = useSignal<Imports["imports"][number] | undefined>(undefined);
  const undo = async (importId: string) => {
    toast(text("children-activities.import.undone", await undoAll(importId)));
    await onDone();
  };
  return (
    <Await of={loaded}>
      {({ imports }) =>
        imports.length === 0 ? null : (
          <>
            <ul class="home-imports">
              {imports.map((one) => (
                <li key={one.id} class="lx-actions">
                  <span class="lx-num">{nameOf(one)}</span>
                  <Button look="plain" aria-label={`${text("children-activities.import.undo")} ${nameOf(one)}`} onClick={() => (asked.value = one)}>
                    {text("children-activities.import.undo")}
                  </Button>
                </li>
              ))}
            </ul>
            <ConfirmDialog
              isOpen={asked.value !== undefined}
              onClose={() => (asked.value = undefined)}
              title={text("children-activities.import.undo")}
              verb={text("children-activities.import.undo")}
              isDanger
              onConfirm={() => undo(asked.value!.id)}
            >
              {asked.value && (
                <p>
                  {nameOf(asked.value)}。{text("children-activities.import.undo.sure")}
                </p>
              )}
            </ConfirmDialog>
          </>
        )
      }
    </Await>
  );
}
