import { useRoute } from "preact-iso";
import { ButtonLink, PageHead } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { TakeOut, type KeptRecords } from "./TakeOut.js";

const recordsOf = (matterId: string): KeptRecords => {
  const params = { matterId };
  return {
    search: (words) => api("POST /matters/:matterId/word-search", { params, body: { words } }),
    take: (body, idempotencyKey) => api("POST /matters/:matterId/redactions", { params, body, idempotencyKey }),
    load: async () => (await api("GET /matters/:matterId/redactions", { params })).redactions,
  };
};

/** The same for a matter, whether a meeting ever dealt with it or not. */
export default function RedactMatterPage() {
  const { id } = useRoute().params as { id: string };
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.redact.heading")} note={text("meetings.redact.matterNote")}>
        <ButtonLink href={`/matters/${id}`}>{text("meetings.redact.backToMatter")}</ButtonLink>
      </PageHead>
      <TakeOut key={id} of={recordsOf(id)} />
    </div>
  );
}
