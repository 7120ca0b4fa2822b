import { useSignal } from "@preact/signals";
import { mayAnywhere, useLoaded } from "@lianxin/web-kit";
import { SelectField } from "@lianxin/web-kit/forms";
import { api, directoryApi, text } from "../api.js";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** People the reader may look through, by a part of the name; for a home's list of adults those of the whole community too, by the full name. */
async function find(words: string, homeId: string | undefined): Promise<Choice[]> {
  const [seen, known] = await Promise.all([
    words !== "" && mayAnywhere("directory.see") ? directoryApi("GET /people", { query: { search: words } }) : { people: [] },
    homeId === undefined ? { people: [] } : api("GET /homes/:homeId/people", { params: { homeId }, query: words ? { name: words } : {} }),
  ]);
  const choices = [
    ...seen.people.map(({ id, fullName }) => ({ value: id, label: fullName })),
    ...known.people.map(({ id, fullName, note }) => ({ value: id, label: note ? `${fullName}（${note}）` : fullName })),
  ];
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** The home for whose list of adults somebody is looked for. */
  readonly homeId?: string;
}

/** Somebody of the directory, found by the name; the value is their id. */
export function ChoosePerson({ name, label, hint, homeId }: Props) {
  const words = useSignal("");
  const found = useLoaded(() => find(words.value, homeId), [words.value, homeId], { keepsOld: true });
  const isNobody = words.value !== "" && found.value?.length === 0;
  const first = text(found.value?.length ? "children-activities.adults.firstOrSelf" : "children-activities.adults.first");
  return (
    <>
      <div class="lx-field">
        <label for={`${name}-search`}>{text("children-activities.adults.search")}</label>
        <small class="lx-hint">{text(homeId === undefined ? "children-activities.adults.search.hint" : "children-activities.adults.search.whole")}</small>
        <input id={`${name}-search`} class="lx-input" type="search" maxLength={50} onInput={(event) => (words.value = event.currentTarget.value.trim())} />
      </div>
      <SelectField
        name={name}
        label={label}
        {...(hint && { hint })}
        empty={isNobody ? text("children-activities.adults.nobody") : words.value === "" ? first : text("children-activities.adults.pick")}
        choices={found.value ?? []}
      />
    </>
  );
}
