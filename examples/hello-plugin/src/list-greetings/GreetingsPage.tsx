import { Await, Card, createClient, EmptyState, PageHead, textsOf, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import type { hello } from "../plugin.js";
import type server from "../server.js";

const api = createClient<typeof server>("hello");
const t = textsOf<typeof hello>();

export default function GreetingsPage() {
  const greetings = useLoaded(() => api("GET /greetings"), []);
  const form = useForm({
    start: { words: "" },
    check: ({ words }) => ({ words: needed(words, t("hello.page.words")) }),
    send: ({ words }, idempotencyKey) => api("POST /places/:path/greetings", { params: { path: "/" }, body: { words, isLoud: false }, idempotencyKey }),
    onDone: async () => {
      await greetings.reload();
      toast(t("hello.page.sent"));
    },
    draft: { key: "hello.greet", fields: ["words"] },
  });
  return (
    <div class="lx-stack">
      <PageHead title={t("hello.page.heading")} />
      <Card title={t("hello.page.title")}>
        <Await of={greetings}>
          {({ greetings: rows }) =>
            rows.length === 0 ? (
              <EmptyState why={t("hello.page.empty")} />
            ) : (
              <ul class="lx-stack">
                {rows.map((row) => (
                  <li key={row.id}>{row.words}</li>
                ))}
              </ul>
            )
          }
        </Await>
      </Card>
      <Form form={form} submit={t("hello.page.send")}>
        <TextField name="words" label={t("hello.page.words")} />
      </Form>
    </div>
  );
}
