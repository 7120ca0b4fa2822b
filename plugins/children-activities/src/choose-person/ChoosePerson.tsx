import { useSignal } from "@preact/signals";
import { useLoaded } from "@lianxin/web-kit";
import { SelectField } from "@lianxin/web-kit/forms";
import { directoryApi, text } from "../api.js";

const find = async (words: string) => (words === "" ? [] : (await directoryApi("GET /people", { query: { search: words } })).people);

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** Somebody of the directory, found by a part of the name; the value is their id. */
export function ChoosePerson({ name, label, hint }: Props) {
  const words = useSignal("");
  const found = useLoaded(() => find(words.value), [words.value], { keepsOld: true });
  const isNobody = words.value !== "" && found.value?.length === 0;
  return (
    <>
      <div class="lx-field">
        <label for={`${name}-search`}>{text("children-activities.adults.search")}</label>
        <small class="lx-hint">{text("children-activities.adults.search.hint")}</small>
        <input id={`${name}-search`} class="lx-input" type="search" maxLength={50} onInput={(event) => (words.value = event.currentTarget.value.trim())} />
      </div>
      <SelectField
        name={name}
        label={label}
        {...(hint && { hint })}
        empty={text(
          isNobody ? "children-activities.adults.nobody" : words.value === "" ? "children-activities.adults.first" : "children-activities.adults.pick",
        )}
        choices={(found.value ?? []).map(({ id, fullName }) => ({ value: id, label: fullName }))}
      />
    </>
  );
}
