import { useSignal } from "@preact/signals";
import { useLoaded } from "@lianxin/web-kit";
import { SelectField } from "@lianxin/web-kit/forms";
import { directoryApi, text } from "../api.js";

const find = async (words: string) => (words === "" ? [] : (await directoryApi("GET /people", { query: { search: words } })).people);

/** Somebody of the directory, found by a part of the name; the value is their id. */
export function ChoosePerson({ name, label }: { readonly name: string; readonly label: string }) {
  const words = useSignal("");
  const found = useLoaded(() => find(words.value), [words.value], { keepsOld: true });
  return (
    <>
      <div class="lx-field">
        <label for={`${name}-search`}>{text("children-activities.adults.search")}</label>
        <input id={`${name}-search`} class="lx-input" type="search" maxLength={50} onInput={(event) => (words.value = event.currentTarget.value.trim())} />
      </div>
      <SelectField name={name} label={label} empty="–" choices={(found.value ?? []).map(({ id, fullName }) => ({ value: id, label: fullName }))} />
    </>
  );
}
