const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** HTML that is safe to place as it is: only `html` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Placed = string | number | Markup | readonly Markup[] | undefined | false;

/** Text as HTML shows it, control characters left out. */
export function escapeHtml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/gu, "").replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

function place(value: Placed): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  return typeof value === "object" ? value.map((one) => one.text).join("") : escapeHtml(String(value));
}

/** HTML from a template: every value is escaped but markup; undefined and false leave nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Placed[]): Markup {
  return new Markup(parts.reduce((sum, part, index) => sum + place(values[index - 1]) + part));
}

/** Free text as paragraphs, one for each line that is not empty. */
export function paragraphs(text: string): Markup[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => html`<p class="text">${line.trim()}</p>`);
}
