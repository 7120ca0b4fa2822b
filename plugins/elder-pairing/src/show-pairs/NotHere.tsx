import { ApiError, ButtonLink, PageHead } from "@lianxin/web-kit";
import { text } from "../api.js";

/** Refused as if it were nowhere: asking again brings nothing. */
export const isNotHere = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** In place of an elder whom there is not or who is not the reader's: the same words for both, and the way to one's own. */
export const NotHere = ({ href, to }: { readonly href: string; readonly to: string }) => (
  <>
    <PageHead title={text("elder-pairing.notHere")} note={text("elder-pairing.notHere.note")} />
    <div class="lx-actions">
      <ButtonLink look="filled" href={href}>
        {to}
      </ButtonLink>
      <ButtonLink look="soft" href="/">
        {text("elder-pairing.notHere.today")}
      </ButtonLink>
    </div>
  </>
);
