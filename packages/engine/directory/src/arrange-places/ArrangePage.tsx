import { useLocation } from "preact-iso";
import { ButtonLink, PageHead, Tabs, useLoaded } from "@lianxin/web-kit";
import { Import } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import { HolidaysCard } from "../load-holidays/HolidaysCard.js";
import { OrganizationsCard } from "../keep-organizations/OrganizationsCard.js";
import { OverlaysCard } from "../keep-places/OverlaysCard.js";
import { PlacesCard } from "../keep-places/PlacesCard.js";
import { VenuesCard } from "../keep-venues/VenuesCard.js";
import "./ArrangePage.css";

const parts = ["places", "organizations", "venues", "holidays"] as const;
type Part = (typeof parts)[number];
const addressOf = (part: Part): string => (part === "places" ? "/directory/arrange" : `/directory/arrange?part=${part}`);

/** Places, organisations, rooms and holidays of the community, each under its own address. */
export default function ArrangePage() {
  const { query } = useLocation();
  const part = parts.find((one) => one === query.part) ?? "places";
  const places = useLoaded(() => api("GET /places"), []);
  return (
    <>
      <PageHead title={t("directory.page.arrangeHeading")} note={t("directory.page.arrangeNote")}>
        <ButtonLink look="filled" icon={Import} href="/directory/import">
          {t("directory.page.import")}
        </ButtonLink>
      </PageHead>
      <Tabs
        label={t("directory.page.arrange")}
        here={addressOf(part)}
        tabs={parts.map((one) => ({ href: addressOf(one), label: t(`directory.arrange.${one}`) }))}
      />
      <div class="lx-stack">
        {part === "places" && <PlacesCard places={places} />}
        {part === "places" && <OverlaysCard places={places} />}
        {part === "organizations" && <OrganizationsCard places={places} />}
        {part === "venues" && <VenuesCard places={places} />}
        {part === "holidays" && <HolidaysCard />}
      </div>
    </>
  );
}
