import { useState } from "preact/hooks";
import { browserPorts, Button, Card, dateOf, dayText, EmptyState, ErrorNotice, timeText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { DataTable } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { kinds, undoAll } from "./bring-sheet.js";

export const readImports = () => api("GET /imports");
type Imports = Awaited<ReturnType<typeof readImports>>["imports"];

/** Milliseconds within which an import can be taken back as a whole. */
const undoable = 24 * 60 * 60 * 1_000;
const countsOf = ({ added, changed, ended }: Imports[number]): string => text("elder-pairing.registers.cameOf", { added, changed, ended });
const kindWord = (kind: string): string => text(`elder-pairing.registers.${kinds.find((one) => one === kind) ?? "elders"}`);

/** What was brought in before, each to be taken back within a day. */
export function PastImports({ imports, onDone }: { readonly imports: Imports; readonly onDone: () => Promise<unknown> }) {
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState<Imports[number]>();
  const undo = async (importId: string) => {
    setError(undefined);
    await undoAll(importId).then((counts) => toast(text("elder-pairing.registers.undone", counts)), setError);
    await onDone();
  };
  if (imports.length === 0) return null;
  return (
    <Card title={text("elder-pairing.registers.past")} isFlush>
      {error !== undefined && <ErrorNotice error={error} />}
      <DataTable
        label={text("elder-pairing.registers.past")}
        rows={imports}
        keyOf={(row) => row.id}
        empty={<EmptyState why="" />}
        columns={[
          { id: "file", head: text("elder-pairing.registers.sheet"), onPhone: "title", cell: (row) => `${kindWord(row.kind)} ${row.fileName}` },
          { id: "when", head: text("elder-pairing.registers.when"), cell: (row) => `${dayText(dateOf(row.importedAt))} ${timeText(row.importedAt)}` },
          {
            id: "counts",
            head: text("elder-pairing.registers.came"),
            cell: countsOf,
          },
          {
            id: "undo",
            head: "",
            onPhone: "act",
            cell: (row) =>
              row.undoneAt ? (
                text("elder-pairing.registers.isUndone")
              ) : browserPorts.now() - Date.parse(row.importedAt) > undoable ? (
                <span class="lx-hint">{text("elder-pairing.registers.tooOld")}</span>
              ) : (
                <Button look="soft" aria-label={`${text("elder-pairing.registers.undo")} ${row.fileName}`} onClick={() => setAsked(row)}>
                  {text("elder-pairing.registers.undo")}
                </Button>
              ),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={`${text("elder-pairing.registers.undo")} ${asked?.fileName ?? ""}`}
        verb={text("elder-pairing.registers.undo")}
        onConfirm={() => undo(asked!.id)}
      >
        {asked && text("elder-pairing.registers.undoSure", { counts: countsOf(asked) })}
      </ConfirmDialog>
    </Card>
  );
}
