import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { Button, Card, ErrorNotice, Notice, PageHead, saveFile } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { OwnName } from "./OwnName.js";
import { OwnChild } from "./OwnChild.js";

const show = (guardianId: string, token: string) => api("POST /public/guardians/:guardianId/children", { params: { guardianId }, body: { token } });
export type Own = Awaited<ReturnType<typeof show>>;

/** A guardian's page: opened with a code to their own phone; then all that is kept, to see, to copy, to put right, to take back. */
export default function GuardianPage() {
  const { guardianId, key } = useRoute().params as { guardianId: string; key: string };
  const [isSent, token, own, problem] = [
    useSignal(false),
    useSignal<string | undefined>(undefined),
    useSignal<Own | undefined>(undefined),
    useSignal<unknown>(undefined),
  ];
  const left = useSignal<number | undefined>(undefined);
  const params = { guardianId };
  const act = async (work: () => Promise<unknown>) => {
    problem.value = undefined;
    await work().catch((error: unknown) => (problem.value = error));
  };
  const look = async () => void (own.value = await show(guardianId, token.value!));
  const ask = () =>
    act(async () => {
      await api("POST /public/guardians/:guardianId/codes", { params, body: { key } });
      [isSent.value, left.value] = [true, undefined];
    });
  const open = (event: SubmitEvent) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget as HTMLFormElement).get("code") ?? "");
    void act(async () => {
      const answer = await api("POST /public/guardians/:guardianId/door", { params, body: { key, code } });
      left.value = answer.left;
      if (answer.token === null) return;
      token.value = answer.token;
      await look();
    });
  };
  if (own.value)
    return (
      <div class="lx-stack lx-reading">
        <PageHead title={text("children-activities.page.guardian")} note={text("children-activities.own.note")}>
          <Button
            onClick={() =>
              void act(() =>
                saveFile("孩子的资料.xlsx", "POST", "/api/children-activities/public/guardians/:guardianId/copy".replace(":guardianId", guardianId), {
                  body: { token: token.value! },
                }),
              )
            }
          >
            {text("children-activities.own.copy")}
          </Button>
        </PageHead>
        {problem.value !== undefined && <ErrorNotice error={problem.value} />}
        {own.value.children.length === 0 && <Notice kind="done">{text("children-activities.own.none")}</Notice>}
        {own.value.children.map((child) => (
          <OwnChild
            key={child.id}
            child={child}
            words={own.value!.words}
            at={{ guardianId, token: token.value! }}
            act={(work) => act(() => work().then(look))}
          />
        ))}
        <OwnName own={own.value} at={{ guardianId, token: token.value! }} act={(work) => act(() => work().then(look))} />
        <p class="lx-hint">{own.value.citation}</p>
      </div>
    );
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("children-activities.page.guardian")} note={text("children-activities.own.why")} />
      {problem.value !== undefined && <ErrorNotice error={problem.value} />}
      <Card title={text("children-activities.own.code")}>
        <div class="lx-stack">
          <Button look={isSent.value ? "soft" : "filled"} onClick={() => void ask()}>
            {text(isSent.value ? "children-activities.own.again" : "children-activities.own.send")}
          </Button>
          {isSent.value && (
            <form class="lx-stack" onSubmit={open}>
              <label for="door-code">{text("children-activities.own.enter")}</label>
              <input id="door-code" class="lx-input" name="code" inputMode="numeric" autocomplete="one-time-code" minLength={6} maxLength={6} required />
              <Button type="submit" look="filled">
                {text("children-activities.own.open")}
              </Button>
            </form>
          )}
          {left.value !== undefined && (
            <Notice kind="warning">{text(left.value > 0 ? "children-activities.desk.wrong" : "children-activities.own.void", { left: left.value })}</Notice>
          )}
        </div>
      </Card>
    </div>
  );
}
