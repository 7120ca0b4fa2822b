import { useSignal } from "@preact/signals";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { ChoiceField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { searchPeople, type FoundPerson } from "../raise-matter/ReporterField.js";

/** Finds who is to do it, by a part of the name. */
export function PersonField({ onSearch }: { readonly onSearch: () => void }) {
  const [words, found, error] = [useSignal(""), useSignal<readonly FoundPerson[] | undefined>(undefined), useSignal<unknown>(undefined)];
  const find = async () => {
    if (words.value.trim() === "") return;
    error.value = undefined;
    onSearch();
    await searchPeople(words.value.trim()).then(
      (people) => (found.value = people),
      (refusal: unknown) => (error.value = refusal),
    );
  };
  return (
    <>
      <div class="lx-field">
        <label for="matters-hand-out-who">{text("matters.handOut.who")}</label>
        <p class="lx-hint">{text("matters.handOut.who.hint")}</p>
        <div class="lx-joined">
          <input
            id="matters-hand-out-who"
            class="lx-input"
            maxLength={50}
            value={words.value}
            onInput={(event) => (words.value = event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              void find();
            }}
          />
          <Button onClick={() => void find()}>{text("matters.handOut.who.find")}</Button>
        </div>
        {error.value !== undefined && <ErrorNotice error={error.value} />}
        <p class="lx-hint" role="status">
          {found.value?.length === 0 && text("matters.handOut.who.none")}
        </p>
      </div>
      {(found.value?.length ?? 0) > 0 && (
        <ChoiceField
          name="personId"
          label={text("matters.handOut.to")}
          choices={found.value!.map(({ id, fullName, distinction, placeName }) => ({
            value: id,
            label: distinction ? `${fullName}（${distinction}）` : fullName,
            hint: placeName,
          }))}
        />
      )}
    </>
  );
}
