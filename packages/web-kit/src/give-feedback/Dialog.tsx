import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon, t } from "@lianxin/web-kit";
import { X } from "lucide";
import "./texts.js";

interface DialogProps {
  readonly isOpen: boolean;
  /** Told when it was closed, by Esc too. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A question above the page: the focus goes in, Esc closes, the focus comes back. Only for what others will see or what cannot be taken back. */
export function Dialog({ isOpen, onClose, title, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (isOpen && !dialog?.open) dialog?.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog ref={box} class="lx-dialog" aria-labelledby={id} onClose={onClose}>
      {isOpen && (
        <div>
          <header>
            <h2 id={id}>{title}</h2>
            <button type="button" class="lx-button lx-plain lx-bare" aria-label={t("web.close")} onClick={() => box.current?.close()}>
              <Icon node={X} />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
