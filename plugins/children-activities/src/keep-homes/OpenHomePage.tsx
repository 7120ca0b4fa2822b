import { PageHead } from "@lianxin/web-kit";
import { text } from "../api.js";
import { OpenHomeForm } from "./OpenHomeForm.js";

/** Another home, from where the homes are. */
export default function OpenHomePage() {
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("children-activities.page.openHome")} />
      <OpenHomeForm />
    </div>
  );
}
