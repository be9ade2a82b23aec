/**
 * Runs in the browser, in previews only: waits for another version and puts it in the place of the page, keeping where
 * the reader was: what was at the top of the window, which folds were open, and what had the focus. The page is
 * replaced and not loaded anew, so that nothing flickers.
 */
export const RELOAD_SCRIPT = `"use strict";
(() => {
  const script = document.currentScript;
  const root = new URL(".", script.src);
  let shown = script.dataset.version;
  let wanted = shown;
  let busy = false;

  const note = document.createElement("p");
  note.setAttribute("role", "status");
  Object.assign(note.style, {
    position: "fixed", right: "1rem", bottom: "1rem", zIndex: "9", margin: "0", padding: ".45rem 1rem",
    borderRadius: "1.5rem", font: "600 .85rem system-ui, sans-serif", color: "var(--ground)",
    background: "var(--ink)", opacity: "0", transition: "opacity .2s", pointerEvents: "none",
  });
  note.dataset.preview = "";
  document.body.append(note);
  let fading = 0;
  const say = (text, stays) => {
    clearTimeout(fading);
    note.textContent = text;
    note.style.opacity = "1";
    if (!stays) fading = setTimeout(() => { note.style.opacity = "0"; }, 1500);
  };

  // An element is found again by the nearest name above it and its turn among its kind below that name.
  const keyOf = (element) => {
    const named = element.closest("[id]");
    const kind = element.localName;
    const within = named === null ? document : named;
    return { id: named === null ? "" : named.id, kind, turn: [...within.querySelectorAll(kind)].indexOf(element) };
  };
  const found = ({ id, kind, turn }) => {
    const within = id === "" ? document : document.getElementById(id);
    if (within === null) return null;
    return turn < 0 ? within : within.querySelectorAll(kind)[turn] || null;
  };

  const place = () => {
    if (scrollY === 0) return null;
    const blocks = "section,article,h2,h3,h4,p,figure,table,tr,li,pre,details,div.concern";
    let top = null;
    for (const block of document.querySelectorAll("main :is(" + blocks + ")")) {
      const box = block.getBoundingClientRect();
      if (box.height > 0 && box.top <= innerHeight / 3 && box.bottom > 0) top = block;
    }
    return top === null ? null : { key: keyOf(top), offset: top.getBoundingClientRect().top, y: scrollY };
  };

  const replace = (next) => {
    const at = place();
    const open = [...document.querySelectorAll("details[open]")].map(keyOf);
    const focused = document.activeElement === document.body ? null : keyOf(document.activeElement);
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    for (const old of [...document.body.children]) if (!("preview" in old.dataset)) old.remove();
    script.before(...[...next.body.children].filter((child) => child.localName !== "script"));
    document.dispatchEvent(new Event("recare-updated"));
    for (const key of open) {
      const fold = found(key);
      if (fold !== null && fold.localName === "details") fold.open = true;
    }
    if (focused !== null) found(focused)?.focus({ preventScroll: true });
    if (at === null) return;
    const block = found(at.key);
    scrollTo({ top: block === null ? at.y : scrollY + block.getBoundingClientRect().top - at.offset, behavior: "instant" });
  };

  const update = async () => {
    if (busy) return;
    busy = true;
    try {
      while (shown !== wanted) {
        const version = wanted;
        const answer = await fetch(location.href, { cache: "no-store" });
        replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
        shown = version;
        say("Updated");
      }
    } catch {
      say("The preview has stopped", true);
    } finally {
      busy = false;
    }
  };

  const events = new EventSource(new URL("events", root));
  events.addEventListener("version", (event) => { wanted = event.data; void update(); });
  events.addEventListener("open", () => { if (note.textContent === "The preview has stopped") say("Connected again"); });
  events.addEventListener("error", () => say("The preview has stopped", true));
})();
`;
