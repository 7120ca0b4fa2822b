import { useState } from "preact/hooks";
import { addressOf, Button, ButtonLink, session } from "@lianxin/web-kit";
import { Dialog, LocalNotice } from "@lianxin/web-kit/feedback";
import { Printer } from "@lianxin/web-kit/icons";
import { text } from "../api.js";

/** The poster on paper; while no phone can open what its code leads to, that is said before it hangs on a wall. */
export function PosterButton({ seriesId }: { readonly seriesId: string }) {
  const [isAsking, ask] = useState(false);
  const link = (words: string) => (
    <ButtonLink icon={Printer} href={addressOf("volunteer-days", "/series/:seriesId/poster", { seriesId })} download>
      {words}
    </ButtonLink>
  );
  if (!session.value?.isLocal) return link(text("volunteer-days.poster.print"));
  return (
    <>
      <Button icon={Printer} onClick={() => ask(true)}>
        {text("volunteer-days.poster.print")}
      </Button>
      <Dialog isOpen={isAsking} onClose={() => ask(false)} title={text("volunteer-days.poster.print")}>
        <LocalNotice />
        <div class="lx-actions">{link(text("volunteer-days.poster.still"))}</div>
      </Dialog>
    </>
  );
}
