import { useSignal } from "@preact/signals";
import { Await, Button, EmptyState, ErrorNotice, useLoaded } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { api, t } from "../browser.js";
import type { PersonDialogProps } from "../edit-person/EditPersonDialog.js";

/** Other records of the same or a like name, to be made one with this person. */
function Candidates({ person, onClose, onDone }: PersonDialogProps) {
  const search = useSignal(person.fullName.slice(0, 2));
  const error = useSignal<unknown>(undefined);
  const found = useLoaded(() => api("GET /people", { query: { search: search.value } }), [search.value], { keepsOld: true });
  const merge = async (mergedId: string) => {
    try {
      const { id } = await api("POST /people/:personId/merges", { params: { personId: person.id }, body: { mergedId } });
      onClose();
      await onDone();
      toast(t("directory.page.merged"), { undo: () => api("POST /merges/:mergeId/undo", { params: { mergeId: id } }).then(onDone) });
    } catch (refusal) {
      error.value = refusal;
    }
  };
  return (
    <div class="lx-stack">
      <p>{t("directory.page.mergeNote", { name: person.fullName })}</p>
      <label>
        {t("directory.page.search")}
        <input class="lx-input" type="search" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
      </label>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <Await of={found}>
        {({ people }) => {
          const others = people.filter((other) => other.id !== person.id);
          if (others.length === 0) return <EmptyState why={t("directory.page.noneFound")} />;
          return (
            <ul class="lx-stack">
              {others.map((other) => (
                <li key={other.id}>
                  {other.fullName} {[other.distinction, other.placeName, other.phone].filter(Boolean).join(" · ")}{" "}
                  <Button look="soft" aria-label={t("directory.page.mergeWith", { name: other.fullName })} onClick={() => void merge(other.id)}>
                    {t("directory.page.sameOne")}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Await>
    </div>
  );
}

export const MergeDialog = (props: PersonDialogProps) => (
  <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t("directory.page.merge")}>
    <Candidates {...props} />
  </Dialog>
);
