import { useEffect } from "preact/hooks";
import { chooseDeed, type Deed } from "./choose-deed.js";
import { moveRow, pickRow, pressKey, reachAct } from "./move-on-page.js";

const goingFor = 1_500;
const isTypingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What the frame itself does; the rest happens on the page. */
export interface KeyDeeds {
  readonly find: () => void;
  readonly keys: () => void;
  readonly new: () => void;
  readonly go: (href: string) => void;
}

function perform(deed: Deed, deeds: KeyDeeds): void {
  if (deed.do === "go") deeds.go(deed.href);
  else if (deed.do === "find" || deed.do === "keys" || deed.do === "new") deeds[deed.do]();
  else if (deed.do === "next" || deed.do === "before") moveRow(deed.do === "next" ? 1 : -1);
  else if (deed.do === "pick") pickRow();
  else if (deed.do === "act") reachAct();
  else if (deed.do === "press") pressKey(deed.key);
}

/** Listens for the keys of the workbench. Nothing is taken from somebody who types, nor under an open dialog. */
export function useKeys(pages: Readonly<Record<string, string>>, deeds: KeyDeeds): void {
  useEffect(() => {
    let goneAt = -Infinity;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
      const pressed = { key: event.key, hasCommand: event.ctrlKey || event.metaKey, isTyping: isTypingIn(event.target) };
      const deed = chooseDeed(pressed, event.timeStamp - goneAt < goingFor, pages);
      goneAt = deed?.do === "wait" ? event.timeStamp : -Infinity;
      if (!deed || deed.do === "wait") return;
      event.preventDefault();
      perform(deed, deeds);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}
