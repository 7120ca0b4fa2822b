import { ButtonLink, PageHead, useLoaded } from "@lianxin/web-kit";
import { Import } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import { HolidaysCard } from "../load-holidays/HolidaysCard.js";
import { OrganizationsCard } from "../keep-organizations/OrganizationsCard.js";
import { PlacesCard } from "../keep-places/PlacesCard.js";
import { VenuesCard } from "../keep-venues/VenuesCard.js";

/** Places, organisations, rooms and holidays of the community. */
export default function ArrangePage() {
  const places = useLoaded(() => api("GET /places"), []);
  return (
    <>
      <PageHead title={t("directory.page.arrangeHeading")} note={t("directory.page.arrangeNote")}>
        <ButtonLink look="filled" icon={Import} href="/directory/import">
          {t("directory.page.import")}
        </ButtonLink>
      </PageHead>
      <div class="lx-stack">
        <PlacesCard places={places} />
        <OrganizationsCard places={places} />
        <VenuesCard places={places} />
        <HolidaysCard />
      </div>
    </>
  );
}
