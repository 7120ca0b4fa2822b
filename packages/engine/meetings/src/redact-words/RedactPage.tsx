import { useRoute } from "preact-iso";
import { ButtonLink, PageHead } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { TakeOut, type KeptRecords } from "./TakeOut.js";

const recordsOf = (meetingId: string): KeptRecords => {
  const params = { meetingId };
  return {
    search: (words) => api("POST /meetings/:meetingId/word-search", { params, body: { words } }),
    take: (body, idempotencyKey) => api("POST /meetings/:meetingId/redactions", { params, body, idempotencyKey }),
    load: async () => (await api("GET /meetings/:meetingId/redactions", { params })).redactions,
  };
};

/** Takes a telephone number or a name that must not stand there out of everything a meeting keeps; shows where it stands first. */
export default function RedactPage() {
  const { id } = useRoute().params as { id: string };
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.redact.heading")} note={text("meetings.redact.note")}>
        <ButtonLink href={`/meetings/${id}`}>{text("meetings.done.open")}</ButtonLink>
      </PageHead>
      <TakeOut key={id} of={recordsOf(id)} />
    </div>
  );
}
