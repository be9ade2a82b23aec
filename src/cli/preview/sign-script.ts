/**
 * Runs in the browser, in previews only: a button that opens the sign-offs of the campaign, and signs one at a click.
 * Whatever comes from the server is set as text; nothing here reads or writes HTML.
 */
export const SIGN_SCRIPT = `"use strict";
(() => {
  const script = document.currentScript;
  const root = new URL(".", script.src);
  const campaign = script.dataset.campaign;

  const make = (name, text, more) => Object.assign(document.createElement(name), { textContent: text || "" }, more);
  const style = make("style", [
    ".sign-open,.sign button{font:600 .95rem system-ui,sans-serif;border:0;border-radius:.6rem;padding:.55rem 1.1rem;background:var(--accent);color:var(--ground);cursor:pointer}",
    ".sign-open{position:fixed;left:1rem;bottom:1rem;z-index:8}",
    ".sign{width:min(40rem,calc(100vw - 2rem));max-height:85vh;border:1px solid var(--edge);border-radius:1rem;background:var(--card);color:var(--ink);padding:1.5rem 1.75rem}",
    ".sign::backdrop{background:rgb(0 0 0/.45)}",
    ".sign h2{margin-bottom:.5rem}.sign ul{list-style:none;padding:0;margin:1rem 0}.sign li{padding:.55rem 0;border-top:1px solid var(--line)}",
    ".sign li p{margin:0}.sign .quiet{color:var(--quiet);font-size:.9rem}",
    ".sign button.plain-button{background:var(--wash);color:var(--ink)}.sign button[disabled]{background:var(--line);color:var(--quiet);cursor:not-allowed}",
    ".sign label{display:grid;grid-template-columns:1.6rem 1fr;align-items:start;padding:.4rem 0}.sign textarea{width:100%;font:inherit;padding:.5rem;border:1px solid var(--edge);border-radius:.5rem;background:var(--ground);color:inherit}",
    ".sign .actions{display:flex;flex-wrap:wrap;gap:.6rem;margin-top:1.25rem}.sign pre{white-space:pre-wrap}",
  ].join(""));
  const opener = make("button", "Sign…", { type: "button", className: "sign-open" });
  const dialog = make("dialog", "", { className: "sign" });
  dialog.setAttribute("aria-labelledby", "sign-title");
  for (const own of [style, opener, dialog]) { own.dataset.preview = ""; document.body.append(own); }

  const show = (...parts) => dialog.replaceChildren(...parts);
  const title = (text) => make("h2", text, { id: "sign-title" });
  const button = (text, act, plain) => {
    const made = make("button", text, { type: "button", className: plain ? "plain-button" : "" });
    made.addEventListener("click", act);
    return made;
  };
  const actions = (...buttons) => { const row = make("p", "", { className: "actions" }); row.append(...buttons); return row; };
  const close = button("Close", () => dialog.close(), true);

  const answered = async (response) => {
    const answer = await response.json();
    if (response.ok) return answer;
    throw new Error([answer.error, answer.remedy].filter(Boolean).join(" "));
  };
  const failed = (error) => {
    const says = make("p", error.message);
    says.setAttribute("role", "alert");
    show(title("Nothing was signed"), says, actions(button("Back", list, true), close));
  };

  const list = async () => {
    show(title("Sign this campaign"), make("p", "Looking up who has signed…"));
    try {
      const signable = await answered(await fetch(new URL("signoffs?" + new URLSearchParams({ campaign }), root), { cache: "no-store" }));
      const who = signable.signer === null
        ? signable.why
        : "You sign as " + signable.signer.name + ", with the key " + signable.signer.fingerprint + ".";
      const items = make("ul");
      for (const signoff of signable.signoffs) {
        const item = make("li");
        item.append(make("p", signoff.about + ", as " + signoff.role + ": " + signoff.standing), make("p", signoff.why, { className: "quiet" }));
        if (signoff.mine && signoff.standing !== "valid") item.append(button("Read and sign…", () => one(signoff)));
        items.append(item);
      }
      show(title("Sign this campaign"), make("p", who, { className: "quiet" }), items, actions(close));
    } catch (error) { failed(error); }
  };

  const one = (signoff) => {
    const boxes = signoff.questions.map((question) => {
      const label = make("label");
      const box = make("input", "", { type: "checkbox" });
      label.append(box, make("span", question));
      return { box, label };
    });
    const duties = make("ul");
    for (const duty of signoff.checklist) duties.append(make("li", duty));
    const comment = make("textarea", "", { rows: 2, id: "sign-comment" });
    const commentLabel = make("p", "A sentence that is signed with it; a rejection needs one:");
    commentLabel.id = "sign-comment-label";
    comment.setAttribute("aria-labelledby", "sign-comment-label");
    const send = async (meaning) => {
      show(title("Signing…"), make("p", "Your key may ask for its passphrase, or to be touched: look at the terminal in which the preview runs."));
      try {
        const { concern, language, role, digest } = signoff;
        const said = await answered(await fetch(new URL("sign", root), {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ campaign, concern, language, role, digest, meaning, answers: boxes.filter(({ box }) => box.checked).length, comment: comment.value.trim() }),
        }));
        show(title("Signed"), make("pre", said.said), actions(button("Sign another", list), close));
      } catch (error) { failed(error); }
    };
    const approve = button("Approve", () => send("approved"));
    const reject = button("Reject", () => send("rejected"), true);
    const look = () => {
      approve.disabled = boxes.some(({ box }) => !box.checked);
      reject.disabled = comment.value.trim() === "";
    };
    for (const { box } of boxes) box.addEventListener("change", look);
    comment.addEventListener("input", look);
    look();
    show(
      title("Sign " + signoff.about + ", as " + signoff.role),
      make("p", signoff.why, { className: "quiet" }),
      ...(boxes.length === 0 ? [] : [make("p", "You answer each of these with yes:")]),
      ...boxes.map(({ label }) => label),
      ...(signoff.checklist.length === 0 ? [] : [make("p", "What " + signoff.role + " answers for:"), duties]),
      commentLabel, comment,
      make("p", "It counts for this content only: " + signoff.digest, { className: "quiet" }),
      actions(approve, reject, button("Back", list, true)),
    );
  };

  opener.addEventListener("click", () => { dialog.showModal(); void list(); });
  // What was shown is not what is there any more: nobody signs the one and gets the other.
  document.addEventListener("recare-updated", () => dialog.close());
})();
`;
