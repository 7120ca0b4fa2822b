import { Await, callServer, Card, PageHead, t, useLoaded } from "@lianxin/web-kit";
import { DevicesCard, type Session } from "./DevicesCard.js";
import { PasswordCard } from "./PasswordCard.js";

export interface Account {
  readonly ways: readonly { readonly kind: string; readonly isVerified: boolean }[];
  readonly hasPassword: boolean;
  /** Signed in just now: the old password is not asked for. */
  readonly isFresh: boolean;
}

const load = async () => {
  const [account, { sessions }] = await Promise.all([
    callServer("GET", "/api/account") as Promise<Account>,
    callServer("GET", "/api/sessions") as Promise<{ readonly sessions: readonly Session[] }>,
  ]);
  return { account, sessions };
};

const wordOf = ({ kind, isVerified }: Account["ways"][number]): string =>
  t(isVerified ? "shell.wayProved" : "shell.wayUnproved", { way: t(kind === "mail" ? "shell.mail" : "shell.phone") });

const WaysCard = ({ account }: { readonly account: Account }) => (
  <Card title={t("shell.ways")}>
    <ul class="lx-list">
      {account.ways.map((way, i) => (
        <li key={i}>{wordOf(way)}</li>
      ))}
      {account.hasPassword && <li>{t("shell.wayPassword")}</li>}
    </ul>
    <p>{t("shell.waysNote")}</p>
  </Card>
);

/** 登录与安全: how one signs in, the password, and where one is signed in. */
export default function SecurityPage() {
  const found = useLoaded(load, []);
  return (
    <>
      <PageHead title={t("shell.security")} note={t("shell.securityNote")} />
      <Await of={found}>
        {({ account, sessions }) => (
          <div class="lx-two">
            <div class="lx-stack">
              <WaysCard account={account} />
              <DevicesCard sessions={sessions} onDone={found.reload} />
            </div>
            <div class="lx-stack">
              <PasswordCard key={String(account.isFresh)} account={account} onDone={found.reload} />
            </div>
          </div>
        )}
      </Await>
    </>
  );
}
