import { addressOf, Await, Button, ButtonLink, Card, PageHead, useLoaded } from "@lianxin/web-kit";
import { LocalNotice, toast } from "@lianxin/web-kit/feedback";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import "./EntrancePage.css";

const load = () => api("GET /public/entrance");
const copy = async (link: string) => {
  await navigator.clipboard?.writeText(link);
  toast(text("matters.report.copied"));
};

/** Where residents raise things without an account: the address to send, the code to scan, the poster to put up. */
export default function EntrancePage() {
  const loaded = useLoaded(load, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("matters.entrance.heading")} note={text("matters.entrance.note")} />
      <LocalNotice />
      <Await of={loaded}>
        {({ link, qr: { size, path } }) => (
          <Card title={text("matters.entrance.address")}>
            <div class="lx-stack">
              <p>
                <a class="matters-address" href={link}>
                  {link}
                </a>
              </p>
              <div class="lx-actions">
                <Button look="filled" onClick={() => void copy(link)}>
                  {text("matters.report.copy")}
                </Button>
                <ButtonLink href={addressOf("matters", "/public/entrance-poster")} icon={Printer} download>
                  {text("matters.entrance.poster")}
                </ButtonLink>
                <ButtonLink href={addressOf("matters", "/public/blank-form")} icon={Printer} look="plain" download>
                  {text("matters.raise.blank")}
                </ButtonLink>
              </div>
              <svg class="matters-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text("matters.entrance.scan")} shape-rendering="crispEdges">
                <path d={path} />
              </svg>
            </div>
          </Card>
        )}
      </Await>
    </div>
  );
}
