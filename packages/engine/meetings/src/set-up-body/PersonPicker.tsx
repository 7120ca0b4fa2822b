import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { Button, ErrorNotice, useLoaded } from "@lianxin/web-kit";
import { directoryApi, text } from "../api.js";

export interface PickedPerson {
  readonly id: string;
  readonly name: string;
}

const none: readonly PickedPerson[] = [];
const most = 8;

/** Looks somebody up in the directory by a part of their name; two people of one name are told apart by where they live. Who is `known` already is found without a network. */
export function PersonPicker({
  label,
  known = none,
  onPick,
}: {
  readonly label: string;
  readonly known?: readonly PickedPerson[];
  readonly onPick: (person: PickedPerson) => void;
}) {
  const id = useId();
  const [typed, asked] = [useSignal(""), useSignal("")];
  useEffect(() => {
    const timer = setTimeout(() => (asked.value = typed.value.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed.value]);
  const found = useLoaded(
    async () => (asked.value ? (await directoryApi("GET /people", { query: { search: asked.value } })).people.slice(0, most) : []),
    [asked.value],
    { keepsOld: true },
  );
  const near = asked.value === "" ? [] : known.filter(({ name }) => name.includes(asked.value)).slice(0, most);
  const others = (found.value ?? []).filter(({ id: personId }) => !near.some((person) => person.id === personId));
  const isNobody = asked.value !== "" && near.length === 0 && found.value?.length === 0;
  const pick = (person: PickedPerson) => {
    typed.value = "";
    asked.value = "";
    onPick(person);
  };
  return (
    <div class="lx-field">
      <label for={id}>{label}</label>
      <input id={id} class="lx-input" autocomplete="off" value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
      {found.error !== undefined && near.length === 0 && <ErrorNotice error={found.error} />}
      <ul class="meetings-found" aria-live="polite">
        {near.map((person) => (
          <li key={person.id}>
            <Button look="soft" onClick={() => pick(person)}>
              {person.name}
            </Button>
          </li>
        ))}
        {others.map(({ id: personId, fullName, distinction, placeName }) => (
          <li key={personId}>
            <Button look="soft" onClick={() => pick({ id: personId, name: fullName })}>
              {[fullName, distinction, placeName].filter(Boolean).join(" ")}
            </Button>
          </li>
        ))}
        {isNobody && <li class="lx-hint">{text("meetings.people.nobody", { name: asked.value })}</li>}
      </ul>
    </div>
  );
}
