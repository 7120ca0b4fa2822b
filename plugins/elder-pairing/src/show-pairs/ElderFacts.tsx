import { dayText, Notice, SummaryList } from "@lianxin/web-kit";
import { sayWho, text, word } from "../api.js";
import type { Read } from "./read-elder.js";

/** A number to press. */
export const Call = ({ phone }: { readonly phone: string }) => (
  <a class="lx-num" href={`tel:${phone}`}>
    {phone}
  </a>
);

/** What is known of an elder; what is sealed only for those who may open it. */
export function Facts({ elder }: Pick<Read, "elder">) {
  const { card } = elder;
  const care = [
    card.care && word("living", card.care.living),
    card.care && word("ability", card.care.ability),
    ...(card.care?.flags ?? []).map((flag) => word("flag", flag)),
  ];
  const rows = [
    { label: text("elder-pairing.elder.who"), value: sayWho(elder.sex, elder.birthYear) },
    { label: text("elder-pairing.visit.wish"), value: text("elder-pairing.elder.wished", { wish: word("wish", elder.wish), day: dayText(elder.wishedOn) }) },
    { label: text("elder-pairing.visit.care"), value: care.filter(Boolean).join("、") },
    { label: text("elder-pairing.visit.phone"), value: card.phone ? <Call phone={card.phone} /> : "" },
    { label: text("elder-pairing.card.levelNote"), value: card.levelNote ?? "" },
    { label: text("elder-pairing.visit.address"), value: card.address ?? "" },
    { label: text("elder-pairing.visit.handedOver"), value: elder.handedOver ?? "" },
    ...card.contacts.map((one) => ({
      label: one.relation || text("elder-pairing.visit.contact"),
      value: (
        <>
          {one.name} {one.phone && <Call phone={one.phone} />}
          {one.isAway && `（${text("elder-pairing.visit.away")}）`}
        </>
      ),
    })),
  ];
  return (
    <>
      {!card.isOpen && <Notice>{text("elder-pairing.card.closed")}</Notice>}
      <SummaryList rows={rows.filter(({ value }) => value !== "")} />
    </>
  );
}
