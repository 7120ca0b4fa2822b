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
type Account = Person["accounts"][number];
type Deed = "confirm" | "disable" | "enable" | "end";
interface Asked {
  readonly deed: Deed;
  readonly account: Account;
}
const proofs = ["set_up", "code", "staff"] as const;
const proofWord = (proof: string): string => t(`directory.proof.${proofs.find((one) => one === proof) ?? "staff"}`);
const sinceOf = ({ fromAt }: Account): string => dayText(dateOf(fromAt));

const verbs = {
  confirm: () => t("directory.standing.confirm"),
  disable: () => t("directory.standing.disable"),
  enable: () => t("directory.standing.enable"),
  end: () => t("directory.standing.unlink"),
};
const labels: Readonly<Record<Deed, (account: Account) => string>> = {
  confirm: (account) => t("directory.standing.confirmOf", { day: sinceOf(account) }),
  disable: (account) => t("directory.standing.disableOf", { day: sinceOf(account) }),
  enable: (account) => t("directory.standing.enableOf", { day: sinceOf(account) }),
  end: (account) => t("directory.standing.unlinkOf", { day: sinceOf(account) }),
};
const deedsOf = ({ isConfirmed, isDisabled }: Account): readonly Deed[] => [
  ...(isConfirmed ? [] : (["confirm"] as const)),
  isDisabled ? "enable" : "disable",
  "end",
];

const send = (personId: string, { deed, account }: Asked): Promise<unknown> => {
  const params = { personId, linkId: account.id };
  if (deed === "confirm") return api("POST /people/:personId/accounts/:linkId/confirm", { params });
  if (deed === "disable") return api("POST /people/:personId/accounts/:linkId/disable", { params });
  if (deed === "enable") return api("POST /people/:personId/accounts/:linkId/enable", { params });
  return api("POST /people/:personId/accounts/:linkId/end", { params });
};

function AskDialog({ person, asked, onClose, onDone }: CardProps & { readonly asked: Asked; readonly onClose: () => void }) {
  const { deed, account } = asked;
  const { fullName: name } = person;
  const words = {
    confirm: [t("directory.standing.confirmTitle", { name }), t("directory.standing.confirmNote", { name })],
    disable: [t("directory.standing.disableTitle", { name }), t("directory.standing.disableNote", { count: account.people })],
    enable: [t("directory.standing.enableTitle", { name }), t("directory.standing.enableNote", { name })],
    end: [t("directory.standing.unlinkTitle", { name }), t("directory.standing.unlinkNote", { name })],
  }[deed];
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words[0]!}
      verb={verbs[deed]()}
      isDanger={deed === "disable"}
      onConfirm={() => send(person.id, asked).then(onDone)}
    >
      <p>{words[1]}</p>
    </ConfirmDialog>
  );
}

/** Which accounts speak for this person; an account may speak for several people. */
export function AccountCard({ person, onDone }: CardProps) {
  const isSharing = useSignal(false);
  const asked = useSignal<Asked | undefined>(undefined);
  const mayLink = mayAnywhere("directory.giveRoles");
  return (
    <Card title={t("directory.standing.accounts")}>
      {person.accounts.length === 0 && <EmptyState why={t("directory.standing.noAccounts")} />}
      <ul class="lx-list">
        {person.accounts.map((account) => (
          <li key={account.id}>
            <Meta>
              {[
                proofWord(account.provedBy),
                t("directory.standing.since", { day: sinceOf(account) }),
                account.isDisabled && t("directory.standing.isDisabled"),
                !account.isConfirmed && t("directory.standing.unconfirmed"),
                account.people > 1 && t("directory.standing.sharedBy", { count: account.people }),
              ]}
            </Meta>
            {mayLink && (
              <div class="lx-actions">
                {deedsOf(account).map((deed) => (
                  <Button key={deed} look="soft" aria-label={labels[deed](account)} onClick={() => (asked.value = { deed, account })}>
                    {verbs[deed]()}
                  </Button>
                ))}
              </div>
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
      {asked.value && <AskDialog person={person} asked={asked.value} onClose={() => (asked.value = undefined)} onDone={onDone} />}
    </Card>
  );
}
