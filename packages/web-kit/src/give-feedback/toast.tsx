import { render } from "preact";
import { signal } from "@preact/signals";
import { t } from "@lianxin/web-kit";
import "./texts.js";

interface Told {
  readonly text: string;
  readonly undo?: () => unknown;
}
const told = signal<Told | undefined>(undefined);
const stays = 10_000;
let timer: ReturnType<typeof setTimeout> | undefined;

function dismiss(): void {
  clearTimeout(timer);
  told.value = undefined;
}

const Toast = () =>
  told.value ? (
    <div class="lx-toast">
      <span>{told.value.text}</span>
      {told.value.undo && (
        <button
          type="button"
          class="lx-button"
          onClick={() => {
            const undo = told.value?.undo;
            dismiss();
            undo?.();
          }}
        >
          {t("web.undo")}
        </button>
      )}
    </div>
  ) : null;

/** The live region stands before the first toast, so that readers announce it. */
function place(): void {
  if (document.getElementById("lx-toasts")) return;
  const region = document.createElement("div");
  region.id = "lx-toasts";
  region.setAttribute("role", "status");
  document.body.append(region);
  render(<Toast />, region);
}

/**
 * Says what already happened, for ten seconds, with “undo” where it can be taken back. Never for errors. A newer toast takes the place
 * of an older one.
 */
export function toast(text: string, options: { readonly undo?: () => unknown } = {}): void {
  place();
  clearTimeout(timer);
  told.value = { text, ...options };
  timer = setTimeout(dismiss, stays);
}
