import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";
import { Button, t } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import type { MenuEntry } from "../frame-pages/plan-menu.js";

/** 新建: what this person may begin. Esc and a press elsewhere close it; the focus goes back to its button. */
export function NewMenu({ entries }: { readonly entries: readonly MenuEntry[] }) {
  const { path } = useLocation();
  const isOpen = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => void (isOpen.value = false), [path]);
  useEffect(() => {
    if (!isOpen.value) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key !== "Escape" : box.current?.contains(event.target as Node)) return;
      isOpen.value = false;
      if (event instanceof KeyboardEvent) box.current?.querySelector("button")?.focus();
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, [isOpen.value]);
  if (entries.length === 0) return null;
  return (
    <div class="frame-new" ref={box}>
      <Button icon={Plus} aria-expanded={isOpen.value} aria-controls="frame-new" onClick={() => (isOpen.value = !isOpen.value)}>
        {t("shell.new")}
      </Button>
      <ul id="frame-new" hidden={!isOpen.value}>
        {entries.map(({ href, title }) => (
          <li key={href}>
            <a href={href}>{t(title)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
