import { t } from "@lianxin/web-kit";
import { Dialog } from "@lianxin/web-kit/feedback";
import type { MenuEntry } from "../frame-pages/plan-menu.js";
import "./keys.css";

export interface KeysDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly pages: readonly MenuEntry[];
}
const general = [
  ["Ctrl K", "shell.keyFind"],
  ["/", "shell.keyFind"],
  ["n", "shell.keyNew"],
  ["j", "shell.keyNext"],
  ["k", "shell.keyBefore"],
  ["Enter", "shell.keyOpen"],
  ["e", "shell.keyEdit"],
  ["x", "shell.keyPick"],
  [".", "shell.keyAct"],
  ["Esc", "shell.keyClose"],
  ["?", "shell.keyKeys"],
] as const;

const Line = ({ keys, says }: { readonly keys: string; readonly says: string }) => (
  <div>
    <dt>
      <kbd>{keys}</kbd>
    </dt>
    <dd>{says}</dd>
  </div>
);

/** The keys of the workbench, shown by `?`. */
export const KeysDialog = ({ isOpen, onClose, pages }: KeysDialogProps) => (
  <Dialog isOpen={isOpen} onClose={onClose} title={t("shell.keys")}>
    <dl class="keys">
      {pages
        .filter((page) => page.key)
        .map((page) => (
          <Line key={page.href} keys={`g ${page.key}`} says={t("shell.keyGo", { page: t(page.title) })} />
        ))}
      {general.map(([keys, says]) => (
        <Line key={keys} keys={keys} says={t(says)} />
      ))}
    </dl>
  </Dialog>
);
