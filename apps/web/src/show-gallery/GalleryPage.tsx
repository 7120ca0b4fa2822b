import { PageHead, t } from "@lianxin/web-kit";
import { FeedbackSection } from "./FeedbackSection.js";
import { FormSection } from "./FormSection.js";
import "./gallery-texts.js";
import { ListsSection } from "./ListsSection.js";
import { PartsSection } from "./PartsSection.js";

/** Every part in its states: what page writers look at, and what the accessibility checks and pictures run over. */
export default function GalleryPage() {
  return (
    <>
      <PageHead title={t("gallery.title")} note={t("gallery.note")} />
      <div class="lx-stack">
        <PartsSection />
        <ListsSection />
        <FormSection />
        <FeedbackSection />
      </div>
    </>
  );
}
