import { Await, Card, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, toHalfWidth, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";

const look = () => api("GET /settings");
interface FormProps {
  readonly settings: Awaited<ReturnType<typeof look>>;
  readonly onDone: () => Promise<void>;
}

function SettingsForm({ settings, onDone }: FormProps) {
  const form = useForm({
    start: { communityName: settings.communityName ?? "", officePhone: settings.officePhone ?? "" },
    tidy: { officePhone: (text) => toHalfWidth(text).trim() },
    check: ({ communityName }) => ({ communityName: needed(communityName, t("directory.settings.name")) }),
    send: ({ communityName, officePhone }) =>
      api("PUT /settings", { body: { version: settings.version ?? 1, communityName, officePhone: officePhone || null } }),
    onDone: async () => {
      await onDone();
      toast(t("directory.page.edited"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.save")}>
      <TextField name="communityName" label={t("directory.settings.name")} hint={t("directory.settings.nameHint")} maxLength={100} />
      <TextField name="officePhone" label={t("directory.settings.phone")} hint={t("directory.settings.phoneHint")} keyboard="tel" width="medium" isOptional />
    </Form>
  );
}

/** The community's name and the office phone that everybody sees. */
export default function SettingsPage() {
  const settings = useLoaded(look, []);
  return (
    <>
      <PageHead title={t("directory.settings.heading")} />
      <Card title={t("directory.settings.title")}>
        <Await of={settings}>{(value) => <SettingsForm key={value.version} settings={value} onDone={settings.reload} />}</Await>
      </Card>
    </>
  );
}
