import { useLocation } from "preact-iso";
import { Await, ButtonLink, Card, EmptyState, mayAnywhere, PageHead, Tabs, useLoaded } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { Pager } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { MatterTable } from "./MatterTable.js";
import { tabs, type Tab } from "./tabs.js";

const addressOfTab = (tab: Tab | "mine") => `/matters?tab=${tab}`;
const Nothing = ({ tab }: { readonly tab: Tab | "mine" }) => (
  <EmptyState why={text(`matters.list.empty.${tab}`)}>
    <ButtonLink href="/matters/new" look="soft">
      {text("matters.verb.raise")}
    </ButtonLink>
  </EmptyState>
);

function TabOfAll({ tab, page }: { readonly tab: Tab; readonly page: number }) {
  const { route } = useLocation();
  const loaded = useLoaded(() => api("GET /matters", { query: { tab, page } }), [tab, page], { keepsOld: true });
  const counted = loaded.value?.counts;
  const links = tabs.map((name) => ({ href: addressOfTab(name), label: text(`matters.tab.${name}`), ...(counted ? { count: counted[name] } : {}) }));
  return (
    <>
      <Tabs label={text("matters.tab.label")} tabs={[...links, { href: addressOfTab("mine"), label: text("matters.page.mine") }]} here={addressOfTab(tab)} />
      <Card title={text(`matters.tab.${tab}`)} isFlush>
        <Await of={loaded}>
          {({ matters, counts, pageSize }) => (
            <>
              <MatterTable label={text(`matters.tab.${tab}`)} rows={matters} empty={<Nothing tab={tab} />} />
              <Pager count={counts[tab]} pageSize={pageSize} at={page} onTurn={(to) => route(`${addressOfTab(tab)}&page=${to}`)} />
            </>
          )}
        </Await>
      </Card>
    </>
  );
}

function TabOfMine() {
  const loaded = useLoaded(() => api("GET /mine"), []);
  const links = tabs.map((name) => ({ href: addressOfTab(name), label: text(`matters.tab.${name}`) }));
  return (
    <>
      {mayAnywhere("matters.see") && (
        <Tabs
          label={text("matters.tab.label")}
          tabs={[...links, { href: addressOfTab("mine"), label: text("matters.page.mine") }]}
          here={addressOfTab("mine")}
        />
      )}
      <Card title={text("matters.page.mine")} isFlush>
        <Await of={loaded}>{({ matters }) => <MatterTable label={text("matters.page.mine")} rows={matters} empty={<Nothing tab="mine" />} />}</Await>
      </Card>
    </>
  );
}

/** What was raised, by stage; people who may not see the others' matters find their own. */
export default function MattersPage() {
  const { query } = useLocation();
  const tab = tabs.find((name) => name === query.tab) ?? (query.tab === "mine" || !mayAnywhere("matters.see") ? "mine" : "screening");
  return (
    <div class="lx-stack">
      <PageHead title={text("matters.page.list.heading")}>
        {mayAnywhere("matters.enter") && <ButtonLink href="/matters/entrance">{text("matters.entrance.open")}</ButtonLink>}
        {mayAnywhere("matters.enter") && <ButtonLink href="/matters/talk">{text("matters.page.talk")}</ButtonLink>}
        <ButtonLink href="/matters/new" look="filled" icon={Plus}>
          {text("matters.page.raise")}
        </ButtonLink>
      </PageHead>
      {tab === "mine" || !mayAnywhere("matters.see") ? <TabOfMine /> : <TabOfAll tab={tab} page={Number(query.page) || 0} />}
    </div>
  );
}
