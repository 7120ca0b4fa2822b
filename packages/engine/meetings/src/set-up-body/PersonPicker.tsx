import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { Button, ErrorNotice, useLoaded } from "@lianxin/web-kit";
import { directoryApi, text } from "../api.js";

export interface PickedPerson {
  readonly id: string;
  readonly name: string;
}

/** Looks somebody up in the directory by a part of their name; two people of one name are told apart by where they live. */
export function PersonPicker({ label, onPick }: { readonly label: string; readonly onPick: (person: PickedPerson) => void }) {
  const id = useId();
  const [typed, asked] = [useSignal(""), useSignal("")];
  useEffect(() => {
    const timer = setTimeout(() => (asked.value = typed.value.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed.value]);
  const found = useLoaded(
    async () => (asked.value ? (await directoryApi("GET /people", { query: { search: asked.value } })).people.slice(0, 8) : []),
    [asked.value],
    { keepsOld: true },
  );
  const pick = (person: PickedPerson) => {
    typed.value = "";
    asked.value = "";
    onPick(person);
  };
  return (
    <div class="lx-field">
      <label for={id}>{label}</label>
      <input id={id} class="lx-input" autocomplete="off" value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
      {found.error !== undefined && <ErrorNotice error={found.error} />}
      <ul class="meetings-found" aria-live="polite">
        {found.value?.map(({ id: personId, fullName, distinction, placeName }) => (
          <li key={personId}>
            <Button look="soft" onClick={() => pick({ id: personId, name: fullName })}>
              {[fullName, distinction, placeName].filter(Boolean).join(" ")}
            </Button>
          </li>
        ))}
        {asked.value !== "" && found.value?.length === 0 && <li class="lx-hint">{text("meetings.people.nobody", { name: asked.value })}</li>}
      </ul>
    </div>
  );
}
