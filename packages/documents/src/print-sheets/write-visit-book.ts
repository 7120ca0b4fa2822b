import { html, type Markup } from "./markup.js";
import { facts, foot, writePage } from "./write-page.js";

/** One person's sheet of a visit book. */
export interface VisitSheet {
  readonly name: string;
  /** `柳树坡村 3组`. */
  readonly home: string;
  readonly helpers: readonly (readonly [label: string, value: string | undefined])[];
}

/** A book of visits (探访记录本) to be written in by hand. */
export interface VisitBook {
  readonly title: string;
  readonly year: string;
  readonly headings: readonly string[];
  /** Rows on each sheet. */
  readonly blankRows: number;
  readonly sheets: readonly VisitSheet[];
  /** At the foot of each sheet: `用完锁进办公室`. */
  readonly reminder: string;
}

const writeSheet = ({ title, year, headings, blankRows, reminder, sheets }: VisitBook, { name, home, helpers }: VisitSheet, index: number): Markup => html`
  <section class="sheet visits">
    <h1>${title}</h1>
    <div class="sub"><span>${home}</span><span>${year}</span></div>
    ${facts([["老人", name], ...helpers])}
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th>${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: blankRows },
          () =>
            html`<tr>
              ${headings.map(() => html`<td></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="small">${reminder}</p>
    ${foot(undefined, index + 1, sheets.length)}
  </section>
`;

/** A page of A4 for each person, with empty rows to write in. A complete HTML document. */
export const writeVisitBook = (book: VisitBook): string =>
  writePage(
    book.title,
    book.sheets.map((sheet, index) => writeSheet(book, sheet, index)),
  );
