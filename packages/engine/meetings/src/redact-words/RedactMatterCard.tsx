import { ButtonLink, mayAnywhere } from "@lianxin/web-kit";
import { text } from "../api.js";

/** On the page of a matter, last: the way to take personal data out of it. */
export default function RedactMatterCard({ matterId }: { readonly matterId: string }) {
  if (!mayAnywhere("meetings.publish")) return null;
  return (
    <div class="lx-actions">
      <ButtonLink href={`/meetings/matters/${matterId}/redaction`} look="plain">
        {text("meetings.redact.link")}
      </ButtonLink>
    </div>
  );
}
