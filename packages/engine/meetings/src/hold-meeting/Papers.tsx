import { addressOf, ButtonLink, Card } from "@lianxin/web-kit";
import { LocalNotice } from "@lianxin/web-kit/feedback";
import { Printer } from "@lianxin/web-kit/icons";
import { text, type RoomAnswer } from "../api.js";

const beforehand = ["poster", "agenda-sheet", "material-list", "sign-in-sheet", "door-sheet", "tally-sheet"] as const;
const afterwards = ["minutes.docx", "record.docx", "due-dates.ics"] as const;
/** More slips than these are folded: a monthly meeting has one for each of its lines. */
const mostShown = 3;

/** The twins on paper: what is signed, posted or carried. */
export function Papers({ room }: { readonly room: RoomAnswer }) {
  const files = [...(room.closedAt ? afterwards : beforehand), ...(room.hasList ? (["assignment-list"] as const) : [])];
  const href = (file: string, params: Record<string, string> = {}) => addressOf("meetings", `/meetings/:meetingId/${file}`, { meetingId: room.id, ...params });
  const slips = room.parts
    .filter(({ owner }) => owner !== null)
    .map(({ id, title }) => (
      <ButtonLink key={id} href={href("parts/:partId/claim-slip", { partId: id })} icon={Printer} download>
        {text("meetings.papers.slip", { title })}
      </ButtonLink>
    ));
  return (
    <Card title={text("meetings.papers.heading")}>
      {!room.closedAt && <LocalNotice />}
      <div class="lx-actions">
        {room.hasList && <ButtonLink href={`/meetings/${room.id}/list`}>{text("meetings.list.see")}</ButtonLink>}
        {files.map((file) => (
          <ButtonLink key={file} href={href(file)} icon={Printer} download>
            {text(`meetings.papers.${file}`)}
          </ButtonLink>
        ))}
        {slips.length <= mostShown && slips}
      </div>
      {slips.length > mostShown && (
        <details>
          <summary>{text("meetings.papers.slips", { count: slips.length })}</summary>
          <div class="lx-actions">{slips}</div>
        </details>
      )}
    </Card>
  );
}
