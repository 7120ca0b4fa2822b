import { useSignal } from "@preact/signals";
import { Button, Card, dateOf, dayText, EmptyState, mayAnywhere, Meta } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { Link } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";
import { ShareAccountDialog } from "./ShareAccountDialog.js";

interface CardProps {
  readonly person: Person;
  readonly onDone: () => Promise<void>;
}
const proofs = ["set_up", "code", "staff"] as const;
const proofWord = (proof: string): string => t(`directory.proof.${proofs.find((one) => one === proof) ?? "staff"}`);

/** Which accounts speak for this person; an account may speak for several people. */
export function AccountCard({ person, onDone }: CardProps) {
  const isSharing = useSignal(false);
  const ending = useSignal<string | undefined>(undefined);
  const confirming = useSignal<string | undefined>(undefined);
  const mayLink = mayAnywhere("directory.giveRoles");
  return (
    <Card title={t("directory.standing.accounts")}>
      {person.accounts.length === 0 && <EmptyState why={t("directory.standing.noAccounts")} />}
      <ul class="lx-list">
        {person.accounts.map(({ id, provedBy, fromAt, isConfirmed, people }) => (
          <li key={id}>
            <Meta>
              {[
                proofWord(provedBy),
                t("directory.standing.since", { day: dayText(dateOf(fromAt)) }),
                !isConfirmed && t("directory.standing.unconfirmed"),
                people > 1 && t("directory.standing.sharedBy", { count: people }),
              ]}
            </Meta>
            {mayLink && !isConfirmed && (
              <Button look="soft" aria-label={t("directory.standing.confirmOf", { day: dayText(dateOf(fromAt)) })} onClick={() => (confirming.value = id)}>
                {t("directory.standing.confirm")}
              </Button>
            )}
            {mayLink && (
              <Button look="soft" aria-label={t("directory.standing.unlinkOf", { day: dayText(dateOf(fromAt)) })} onClick={() => (ending.value = id)}>
                {t("directory.standing.unlink")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayLink && (
        <div class="lx-actions">
          <Button icon={Link} onClick={() => (isSharing.value = true)}>
            {t("directory.standing.share")}
          </Button>
        </div>
      )}
      <ShareAccountDialog person={person} isOpen={isSharing.value} onClose={() => (isSharing.value = false)} onDone={onDone} />
      <ConfirmDialog
        isOpen={ending.value !== undefined}
        onClose={() => (ending.value = undefined)}
        title={t("directory.standing.unlinkTitle", { name: person.fullName })}
        verb={t("directory.standing.unlink")}
        onConfirm={() => api("POST /people/:personId/accounts/:linkId/end", { params: { personId: person.id, linkId: ending.value! } }).then(onDone)}
      >
        <p>{t("directory.standing.unlinkNote", { name: person.fullName })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={confirming.value !== undefined}
        onClose={() => (confirming.value = undefined)}
        title={t("directory.standing.confirmTitle", { name: person.fullName })}
        verb={t("directory.standing.confirm")}
        onConfirm={() => api("POST /people/:personId/accounts/:linkId/confirm", { params: { personId: person.id, linkId: confirming.value! } }).then(onDone)}
      >
        <p>{t("directory.standing.confirmNote", { name: person.fullName })}</p>
      </ConfirmDialog>
    </Card>
  );
}
