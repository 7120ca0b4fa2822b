import { useSignal } from "@preact/signals";
import { Await, browserPorts, Button, Card, dateOf, dayText, EmptyState, ErrorNotice, timeText, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DataTable } from "@lianxin/web-kit/table";
import { api, t } from "../browser.js";
import { importKinds } from "./import-kinds.js";
import { undoAll } from "./use-import.js";

/** Milliseconds within which an import can be taken back as a whole. */
const undoable = 24 * 60 * 60 * 1000;
const kindWord = (kind: string): string => t(`directory.kind.${importKinds.find((one) => one === kind) ?? "people"}`);

/** What was imported before, each to be taken back within a day. */
export function PastImports() {
  const imports = useLoaded(() => api("GET /imports"), []);
  const error = useSignal<unknown>(undefined);
  const undo = async (importId: string) => {
    error.value = undefined;
    try {
      const { undone, kept } = await undoAll(importId);
      toast(t("directory.page.undone", { undone, kept }));
    } catch (refusal) {
      error.value = refusal;
    }
    await imports.reload();
  };
  return (
    <Card title={t("directory.page.pastImports")} isFlush>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <Await of={imports}>
        {({ imports }) => (
          <DataTable
            label={t("directory.page.pastImports")}
            rows={imports}
            keyOf={(row) => row.id}
            empty={<EmptyState why={t("directory.page.noImports")} />}
            columns={[
              { id: "file", head: t("directory.page.file"), onPhone: "title", cell: (row) => `${kindWord(row.kind)} ${row.fileName}` },
              { id: "when", head: t("directory.page.when"), cell: (row) => `${dayText(dateOf(row.importedAt))} ${timeText(row.importedAt)}` },
              {
                id: "counts",
                head: t("directory.page.counts"),
                cell: (row) => t("directory.page.countsOf", { added: row.added, changed: row.changed, same: row.same }),
              },
              {
                id: "undo",
                head: "",
                onPhone: "act",
                cell: (row) =>
                  row.undoneAt ? (
                    t("directory.page.isUndone")
                  ) : browserPorts.now() - Date.parse(row.importedAt) > undoable ? (
                    t("directory.page.tooOld")
                  ) : (
                    <Button look="soft" aria-label={t("directory.page.undoOf", { file: row.fileName })} onClick={() => void undo(row.id)}>
                      {t("directory.page.undo")}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Await>
    </Card>
  );
}
