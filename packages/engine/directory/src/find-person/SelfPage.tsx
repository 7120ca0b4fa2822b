import { Await, useLoaded } from "@lianxin/web-kit";
import { api } from "../browser.js";
import { PersonView } from "./PersonPage.js";

/** What the community holds about the person who looks. */
export default function SelfPage() {
  const person = useLoaded(() => api("GET /self"), []);
  return <Await of={person}>{(value) => <PersonView person={value} reload={person.reload} />}</Await>;
}
