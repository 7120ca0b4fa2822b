import { html, Markup } from "./markup.js";
import { printStyle } from "./print-style.js";

const style = new Markup(`<style>${printStyle}</style>`);

/** A complete HTML document of A4 sheets: no script, nothing fetched, every value escaped by `html`. */
export function writePage(title: string, sheets: readonly Markup[]): string {
  const head = html`<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>${title}</title>${style}`;
  return `<!doctype html>\n${
    html`<html lang="zh-CN">
      <head>
        ${head}
      </head>
      <body>
        ${sheets}
      </body>
    </html>`.text
  }\n`;
}

/** A record's number as people say it; an id of the machine's own says nothing to anybody on paper. */
export const numberOnPaper = (recordId: string | undefined): string | undefined =>
  recordId !== undefined && /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(recordId) ? undefined : recordId;

/** The line at the foot of a sheet: what it belongs to (its number, no personal data) and which sheet it is. */
export function foot(recordId: string | undefined, sheet: number, sheets: number): Markup {
  const number = numberOnPaper(recordId);
  return html`<div class="foot"><span>${number !== undefined && `编号：${number}`}</span><span>${sheets > 1 && `第 ${sheet} 页，共 ${sheets} 页`}</span></div>`;
}

/** Labels and values one below the other; those without a value are left out. */
export function facts(pairs: readonly (readonly [string, string | undefined])[]): Markup {
  const filled = pairs.filter(([, value]) => value !== undefined && value.trim() !== "");
  return html`<dl class="facts">
    ${filled.map(
      ([label, value]) =>
        html`<dt>${label}：</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** Labels and values as the two columns of a slip; an empty value is a cell to be written in. */
export function slipTable(rows: readonly (readonly [label: string, value: string])[]): Markup {
  return html`<table class="slip">
    <tbody>
      ${rows.map(
        ([label, value]) =>
          html`<tr>
            <th>${label}</th>
            <td class="left">${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Who issues and when, beside the empty space for the seal. */
export function closing(issuer: string, day: string): Markup {
  return html`<div class="closing">
    <div class="who">
      <p>${issuer}</p>
      <p>${day}</p>
    </div>
    <div class="seal">加盖公章处</div>
  </div>`;
}

/** Lines to sign on. */
export function signatures(roles: readonly string[]): Markup {
  return html`<div class="signs">${roles.map((role) => html`<span>${role}：</span>`)}</div>`;
}
