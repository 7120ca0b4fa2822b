import { useSignal } from "@preact/signals";
import { Button, Notice } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, TicksField, useForm } from "@lianxin/web-kit/forms";
import { t } from "../browser.js";
import { missingPlaces, type MissingPlace } from "./missing-places.js";
import type { ImportState, PreviewAnswer } from "./use-import.js";

const labelOf = ({ name, kind, parent, rows, near }: MissingPlace): string =>
  [
    t("directory.page.missingPlace", { name, kind, rows }),
    parent && t("directory.page.missingPlace.parent", { parent }),
    near !== undefined && t("directory.page.missingPlace.near", { near }),
  ]
    .filter(Boolean)
    .join("，");

interface AddPlacesProps {
  readonly state: ImportState;
  readonly missing: readonly MissingPlace[];
  readonly onDone: () => Promise<void>;
}

function AddForm({ state, missing, onDone }: AddPlacesProps) {
  const refused = useSignal<readonly string[]>([]);
  const form = useForm({
    start: { chosen: missing.flatMap(({ near }, index) => (near === undefined ? [String(index)] : [])) as readonly string[] },
    check: ({ chosen }) => ({ chosen: chosen.length === 0 ? t("directory.page.missingPlace.none") : undefined }),
    send: ({ chosen }) => state.addPlaces(chosen.map((index) => missing[Number(index)]!)),
    onDone: async ({ added, problems }) => {
      refused.value = problems;
      if (problems.length > 0) return;
      toast(t("directory.page.missingPlace.done", { count: added }));
      await onDone();
    },
  });
  return (
    <Form form={form} submit={t("directory.page.missingPlace.add")}>
      <p>{t("directory.page.missingPlace.hint")}</p>
      {refused.value.length > 0 && (
        <Notice kind="warning">
          <ul>
            {refused.value.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TicksField
        name="chosen"
        label={t("directory.page.missingPlace.which")}
        choices={missing.map((place, index) => ({ value: String(index), label: labelOf(place) }))}
      />
    </Form>
  );
}

/** The places that rows name and that are not there, to be added at once; nothing while there are none. */
export function AddPlaces({ state, preview }: { readonly state: ImportState; readonly preview: PreviewAnswer }) {
  const isOpen = useSignal(false);
  const missing = missingPlaces(preview);
  if (missing.length === 0) return null;
  const done = async () => {
    isOpen.value = false;
    await state.look(2);
  };
  return (
    <>
      <div class="lx-actions">
        <Button icon={Plus} onClick={() => (isOpen.value = true)}>
          {t("directory.page.missingPlace.open", { count: missing.length })}
        </Button>
      </div>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={t("directory.page.missingPlace.title")}>
        {isOpen.value && <AddForm state={state} missing={missing} onDone={done} />}
      </Dialog>
    </>
  );
}
