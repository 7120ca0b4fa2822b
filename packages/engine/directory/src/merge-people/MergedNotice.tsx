import { useSignal } from "@preact/signals";
import { Button, dateOf, dayText, ErrorNotice, mayAnywhere, Notice } from "@lianxin/web-kit";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";

/** Merges that hold, each with its undo. */
export function MergedNotice({ person, onDone }: { readonly person: Person; readonly onDone: () => Promise<void> }) {
  const error = useSignal<unknown>(undefined);
  if (person.merges.length === 0) return null;
  const undo = (mergeId: string) =>
    api("POST /merges/:mergeId/undo", { params: { mergeId } }).then(onDone, (refusal: unknown) => {
      error.value = refusal;
    });
  return (
    <Notice>
      {person.merges.map((merge) => (
        <p key={merge.id}>
          {t("directory.page.mergedOn", { day: dayText(dateOf(merge.mergedAt)) })}{" "}
          {mayAnywhere("directory.edit") && (
            <Button look="plain" onClick={() => void undo(merge.id)}>
              {t("directory.page.part")}
            </Button>
          )}
        </p>
      ))}
      {error.value !== undefined && <ErrorNotice error={error.value} />}
    </Notice>
  );
}
