import { useSignal } from "@preact/signals";
import { Await, EmptyState, useLoaded } from "@lianxin/web-kit";
import { GroupFrame, useField } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import { useSlowly } from "./use-slowly.js";

interface ChoosePersonProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Not offered: the person it is about. */
  readonly without: string;
}

/** One of the people one may see, found by a part of the name; the value is their id. Namesakes are told apart by note and place. */
export function ChoosePerson({ name, label, hint, without }: ChoosePersonProps) {
  const { id, value, problem, set } = useField<string>(name);
  const search = useSignal("");
  const words = useSlowly(search.value);
  const found = useLoaded(() => (words ? api("GET /people", { query: { search: words } }) : Promise.resolve(undefined)), [words], { keepsOld: true });
  return (
    <GroupFrame id={id} words={{ name, label, ...(hint ? { hint } : {}) }} problem={problem}>
      <input
        id={id}
        class="lx-input"
        type="search"
        aria-label={t("directory.page.search")}
        value={search.value}
        maxLength={50}
        onInput={(event) => (search.value = event.currentTarget.value)}
      />
      <Await of={found}>
        {(answer) => {
          const people = (answer?.people ?? []).filter((person) => person.id !== without).slice(0, 8);
          if (answer && people.length === 0) return <EmptyState why={t("directory.page.noneFound")} />;
          return (
            <>
              {people.map((person) => (
                <label key={person.id} class="lx-choice" data-checked={value === person.id}>
                  <input type="radio" name={id} checked={value === person.id} onChange={() => set(person.id)} />
                  <span>
                    {person.fullName}
                    <small>{[person.distinction, person.placeName, person.phone].filter(Boolean).join(" ")}</small>
                  </span>
                </label>
              ))}
            </>
          );
        }}
      </Await>
    </GroupFrame>
  );
}
