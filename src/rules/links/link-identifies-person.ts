import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { toldByAddress } from "./told-by-address.ts";

export default outletRule(
  {
    code: "X111",
    name: "link-identifies-person",
    summary: "A fact about the patient inside a web address",
    why: "An address is shown on the screen, kept in histories and sent to every server on the way, and the page's own logs. A name, a date or a record number in it stays there for anybody to read.",
    remedy:
      "Link to the same address for everybody, through {{ link.<action> }}; the page asks who it is, or the gateway adds a code that tells nothing.",
    basis: policy("45 CFR 164.530(c) (reasonable safeguards)", "organization default: links are public"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "The same address for everybody",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        https://maple.example/reschedule or call {{ clinic.phone }}.",
        },
      ],
      bad: [
        {
          title: "The name in the address",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}?for={{ patient.first_name }} or call {{ clinic.phone }}.",
          marks: ["{{ patient.first_name }}"],
        },
        {
          title: "The visit in a tracking parameter",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        See https://maple.example/reschedule?utm_content={{ visit.type }} or call {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["{{ visit.type }}"],
        },
        {
          title: "Which address, by a clinical fact",
          edit: '+  - step: portal-1\n+    channel: portal\n+    subject: {en: Your visit, es: Su visita}\n+    text:\n+      en: "{% if visit.reason == \'check-up\' %}https://maple.example/k{% else %}https://maple.example/m{% endif %} or call {{ clinic.phone }}."\n+      es: "Llame al {{ clinic.phone }}."\n+\n test:',
          marks: ["https://maple.example/k", "https://maple.example/m"],
        },
      ],
    },
  },
  toldByAddress,
);
