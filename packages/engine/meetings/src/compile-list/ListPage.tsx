import { useRoute } from "preact-iso";
import { addressOf, Await, ButtonLink, Card, mayAnywhere, Notice, PageHead, useLoaded, whenText } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { ListLine } from "./ListLine.js";

const load = (meetingId: string) => api("GET /meetings/:meetingId/list", { params: { meetingId } });
export type ListAnswer = Awaited<ReturnType<typeof load>>;

const Sums = ({ sums }: { readonly sums: ListAnswer["sums"] }) => (
  <Notice>
    <p>
      <strong>{text("meetings.list.sums", sums)}</strong>
    </p>
    {sums.ownerless > 0 && <p>{text("meetings.list.ownerless", { count: sums.ownerless })}</p>}
  </Notice>
);

/** The list of a monthly meeting: what rolled over, what is new, what became of it; while it is prepared, two lines can be made one. */
export default function ListPage() {
  const { id } = useRoute().params as { id: string };
  const list = useLoaded(() => load(id), [id], { keepsOld: true });
  const href = (file: string) => addressOf("meetings", `/meetings/:meetingId/${file}`, { meetingId: id });
  return (
    <div class="lx-stack lx-reading">
      <Await of={list} lines={8}>
        {(found) => (
          <>
            <PageHead
              title={text("meetings.list.named", { title: found.title, count: found.lines.length })}
              note={text("meetings.list.cutOff", { cutOff: whenText(found.cutOff) })}
            >
              {found.state === "draft" && mayAnywhere("meetings.convene") && (
                <ButtonLink href={`/meetings/${id}/prepare`} look="filled">
                  {text("meetings.list.prepare")}
                </ButtonLink>
              )}
              {found.state !== "draft" && <ButtonLink href={`/meetings/${id}`}>{text("meetings.done.open")}</ButtonLink>}
            </PageHead>
            <Sums sums={found.sums} />
            <Card title={text("meetings.list.lines")}>
              <div class="lx-actions">
                {(["assignment-list", "assignment-sheets"] as const).map((file) => (
                  <ButtonLink key={file} href={href(file)} icon={Printer} download>
                    {text(`meetings.papers.${file}`)}
                  </ButtonLink>
                ))}
              </div>
              <ol class="meeting-list">
                {found.lines.map((line) => (
                  <ListLine key={line.id} meetingId={id} line={line} list={found} reload={list.reload} />
                ))}
              </ol>
            </Card>
          </>
        )}
      </Await>
    </div>
  );
}
