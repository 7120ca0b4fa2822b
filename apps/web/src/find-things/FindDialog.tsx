import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";
import { mayAnywhere, t } from "@lianxin/web-kit";
import { Dialog } from "@lianxin/web-kit/feedback";
import type { MenuEntry } from "../frame-pages/plan-menu.js";
import { useDoors } from "../load-doors/doors-context.js";
import { loadFind } from "../load-doors/open-door.js";
import { askDoors, findersOf, type FoundGroup } from "./ask-doors.js";
import { matchPages } from "./match-pages.js";
import "./find.css";

export interface FindDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Pages one can go to by their name. */
  readonly pages: readonly MenuEntry[];
}
const pause = 150;

/** What was found for the words as they stand; answers that come late for other words are dropped. */
function useFound(words: string): { readonly groups: readonly FoundGroup[]; readonly isAsking: boolean } {
  const finders = findersOf(useDoors(), mayAnywhere);
  const state = useSignal<{ readonly groups: readonly FoundGroup[]; readonly isAsking: boolean }>({ groups: [], isAsking: false });
  useEffect(() => {
    let isCurrent = true;
    if (!words) {
      state.value = { groups: [], isAsking: false };
      return;
    }
    state.value = { ...state.value, isAsking: true };
    const timer = setTimeout(() => {
      void askDoors(finders, words, loadFind).then((groups) => {
        if (isCurrent) state.value = { groups, isAsking: false };
      });
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words]);
  return state.value;
}

/** Up and down go through the field and the finds; Enter follows a find, and in the field the first one. */
function walk(event: KeyboardEvent, box: HTMLElement): void {
  const stops = [...box.querySelectorAll<HTMLElement>("input, a")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === "Enter" && at === 0) stops[1]?.click();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
}

function FindBox({ pages, onClose }: Omit<FindDialogProps, "isOpen">) {
  const { path } = useLocation();
  const words = useSignal("");
  const box = useRef<HTMLDivElement>(null);
  const from = useRef(path);
  const asked = words.value.trim();
  const { groups, isAsking } = useFound(asked);
  const there = matchPages(pages, asked, t);
  const all = [...groups, ...(there.length > 0 ? [{ id: "pages", title: "shell.findPages", found: there }] : [])] as const;
  const count = all.reduce((sum, group) => sum + group.found.length, 0);
  useEffect(() => {
    if (from.current !== path) onClose();
  }, [path]);
  return (
    <div ref={box} onKeyDown={(event) => box.current && walk(event, box.current)}>
      <input
        class="lx-input"
        type="search"
        aria-label={t("shell.find")}
        placeholder={t("shell.findHint")}
        value={words.value}
        maxLength={50}
        // The dialog was asked for in order to type here.
        autofocus
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
      <p class="lx-hint" role="status">
        {asked && (isAsking ? t("web.loading") : count > 0 ? t("shell.foundCount", { count }) : t("shell.foundNothing"))}
      </p>
      {all.map((group) => (
        <section key={group.id} class="find-group" aria-label={t(group.title)}>
          <h3>{t(group.title)}</h3>
          {"hasFailed" in group && group.hasFailed && <p class="lx-hint">{t("shell.findFailed")}</p>}
          <ul>
            {group.found.map(({ href, title, note }) => (
              <li key={href}>
                <a href={href}>
                  {title}
                  {note && <small>{note}</small>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** 找: people, matters, meetings, promises and pages, from anywhere. */
export const FindDialog = ({ isOpen, ...rest }: FindDialogProps) => (
  <Dialog isOpen={isOpen} onClose={rest.onClose} title={t("shell.find")}>
    <FindBox {...rest} />
  </Dialog>
);
