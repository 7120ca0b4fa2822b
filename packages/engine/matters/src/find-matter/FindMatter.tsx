import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { api, text } from "../api.js";

type FoundMatter = Awaited<ReturnType<typeof find>>[number];
const find = async (words: string) => (await api("GET /found", { query: { words } })).matters;

/** Looks for another matter by words of its title; gives what was found, without the one it is looked for from. */
export function FindMatter({ except, onFound }: { readonly except: string; readonly onFound: (found: readonly FoundMatter[]) => void }) {
  const id = useId();
  const [words, count, error] = [useSignal(""), useSignal<number | undefined>(undefined), useSignal<unknown>(undefined)];
  const search = async () => {
    const wanted = words.value.trim();
    if (wanted === "") return;
    error.value = undefined;
    await find(wanted).then(
      (all) => {
        const found = all.filter((other) => other.id !== except);
        count.value = found.length;
        onFound(found);
      },
      (refusal: unknown) => (error.value = refusal),
    );
  };
  const searchOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void search();
  };
  return (
    <div class="lx-field">
      <label for={id}>{text("matters.find.words")}</label>
      <div class="lx-joined">
        <input
          id={id}
          class="lx-input"
          maxLength={50}
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
          onKeyDown={searchOnEnter}
        />
        <Button onClick={() => void search()}>{text("matters.find.submit")}</Button>
      </div>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <p class="lx-hint" role="status">
        {count.value === undefined ? "" : text("matters.find.count", { count: count.value })}
      </p>
    </div>
  );
}
