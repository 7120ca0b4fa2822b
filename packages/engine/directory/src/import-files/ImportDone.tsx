import { useSignal } from "@preact/signals";
import { Button, ButtonLink, Card, ErrorNotice, Notice } from "@lianxin/web-kit";
import { t } from "../browser.js";
import { undoAll, type ImportState } from "./use-import.js";

/** What came of it, with the way back for a day. */
export function ImportDone({ state }: { readonly state: ImportState }) {
  const { importId, added, changed, same } = state.imported.value!;
  const undone = useSignal<{ undone: number; kept: number } | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const undo = () =>
    undoAll(importId).then(
      (counts) => (undone.value = counts),
      (refusal: unknown) => (error.value = refusal),
    );
  return (
    <Card title={t("directory.page.imported")}>
      <div class="lx-stack">
        <Notice kind="done">{undone.value ? t("directory.page.undone", undone.value) : t("directory.page.countsOf", { added, changed, same })}</Notice>
        {error.value !== undefined && <ErrorNotice error={error.value} />}
        <div class="lx-actions">
          {!undone.value && <Button onClick={() => void undo()}>{t("directory.page.undoThis")}</Button>}
          <Button onClick={state.startOver}>{t("directory.page.otherFile")}</Button>
          <ButtonLink look="filled" href="/directory">
            {t("directory.page.toDirectory")}
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
