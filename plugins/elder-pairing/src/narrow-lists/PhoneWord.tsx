import "./PhoneWord.css";

/** What a cell is, said where a table has no headings: on a phone. */
export const PhoneWord = ({ word }: { readonly word: string }) => <span class="phone-word">{word}</span>;
