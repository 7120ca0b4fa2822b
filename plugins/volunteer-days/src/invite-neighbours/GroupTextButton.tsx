import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { Dialog, LocalNotice, toast } from "@lianxin/web-kit/feedback";
import { Copy } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";

/** The words for the neighbours' group: copied where the browser has a clipboard, and shown to be marked where it has none. */
export function GroupTextButton({ dayId }: { readonly dayId: string }) {
  const [words, setWords] = useState<string | undefined>(undefined);
  const open = async () => setWords((await api("GET /days/:dayId/group-text", { params: { dayId } })).text);
  const copy = () => void navigator.clipboard?.writeText(words ?? "").then(() => toast(text("volunteer-days.group.copied")));
  return (
    <>
      <Button icon={Copy} onClick={() => void open()}>
        {text("volunteer-days.group.open")}
      </Button>
      <Dialog isOpen={words !== undefined} onClose={() => setWords(undefined)} title={text("volunteer-days.group.open")}>
        <LocalNotice />
        <p class="day-words">{words}</p>
        <div class="lx-actions">
          <Button look="filled" icon={Copy} onClick={copy}>
            {text("volunteer-days.group.copy")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
