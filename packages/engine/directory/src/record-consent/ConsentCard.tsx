import { useSignal } from "@preact/signals";
import { Button, Card, dateOf, dayText, EmptyState, ErrorNotice, mayAnywhere, Meta } from "@lianxin/web-kit";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { Plus } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";

interface CardProps {
  readonly person: Person;
  readonly onDone: () => Promise<void>;
}

function ConsentForm({ person, onDone }: CardProps) {
  const form = useForm({
    start: { purpose: "", textVersion: "" },
    check: ({ purpose, textVersion }) => ({
      purpose: needed(purpose, t("directory.page.purpose")),
      textVersion: needed(textVersion, t("directory.page.textVersion")),
    }),
    send: (body, idempotencyKey) =>
      api("POST /people/:personId/consents", { params: { personId: person.id }, body: { ...body, givenBy: person.id }, idempotencyKey }),
    onDone,
  });
  return (
    <Form form={form} submit={t("directory.page.recordConsent")}>
      <TextField name="purpose" label={t("directory.page.purpose")} hint={t("directory.page.purposeHint")} maxLength={60} />
      <TextField name="textVersion" label={t("directory.page.textVersion")} hint={t("directory.page.textVersionHint")} maxLength={60} />
    </Form>
  );
}

type Consent = Person["consents"][number];
const said = ({ givenByName, givenAt, withdrawnAt }: Consent): string =>
  withdrawnAt
    ? t("directory.page.withdrawnOn", { day: dayText(dateOf(withdrawnAt)) })
    : t("directory.page.givenOn", { name: givenByName, day: dayText(dateOf(givenAt)) });

/** What a person agreed to; taking it back is as easy as giving it. */
export function ConsentCard({ person, onDone }: CardProps) {
  const isAdding = useSignal(false);
  const error = useSignal<unknown>(undefined);
  const withdraw = (consentId: string) =>
    api("POST /consents/:consentId/withdraw", { params: { consentId } }).then(onDone, (refusal: unknown) => {
      error.value = refusal;
    });
  const mayEdit = mayAnywhere("directory.edit");
  return (
    <Card title={t("directory.page.consents")}>
      {person.consents.length === 0 && <EmptyState why={t("directory.page.noConsent")} />}
      <ul class="lx-list">
        {person.consents.map((consent) => (
          <li key={consent.id}>
            <Meta>{[consent.purpose, consent.textVersion, said(consent)]}</Meta>
            {mayEdit && !consent.withdrawnAt && (
              <Button look="soft" onClick={() => void withdraw(consent.id)}>
                {t("directory.page.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      {mayEdit && !isAdding.value && (
        <Button icon={Plus} onClick={() => (isAdding.value = true)}>
          {t("directory.page.recordConsent")}
        </Button>
      )}
      {isAdding.value && <ConsentForm person={person} onDone={() => onDone().then(() => void (isAdding.value = false))} />}
    </Card>
  );
}
