// The session as a whole: begin again, or keep it as files.

import { get, path, remove } from "./api.js";
import { $, button, copyButton, doing, h, say } from "./dom.js";
import { store } from "./store.js";
import { counted } from "./text.js";
import { zip } from "./zip.js";

function save(name, content) {
  const url = URL.createObjectURL(new Blob([content]));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function reset(all) {
  const venue = all ? undefined : store.venue.id;
  await remove(path("state"), { venue });
  $("reset-dialog").close();
  say(all ? "All venues were reset, and the requests forgotten" : `${venue} was reset`);
}

/** The last part of a path: where a file belongs is the reader's choice. */
const nameOf = (file) => file.path.split("/").pop();

async function exportSession() {
  const { files } = await get(path("session"), { format: $("session-format").value });
  const rows = files.slice(0, 50).map((file) => h("li", { class: "row" }, h("code", { text: file.path }),
    button("Save", () => save(nameOf(file), file.text), { class: "small", "aria-label": `Save ${file.path}` }),
    copyButton(file.path, file.text)));
  if (files.length > rows.length) {
    rows.push(h("li", { text: `and ${files.length - rows.length} more` }));
  }
  const all = files.length < 2 ? [] : [button(`Save all ${files.length} as one zip file`, () =>
    save("openvenue-session.zip", zip(files)), { class: "primary" })];
  $("session-files").replaceChildren(
    h("p", { text: counted(files.length, "file") }), h("ul", { class: "files" }, ...rows), ...all);
}

export function startSession() {
  $("open-reset").addEventListener("click", () => {
    $("reset-here").textContent = `Reset ${store.venue?.id ?? "the venue"}`;
    $("reset-dialog").showModal();
  });
  $("reset-here").addEventListener("click", ({ target }) => doing(target, () => reset(false)));
  $("reset-all").addEventListener("click", ({ target }) => doing(target, () => reset(true)));
  $("open-session").addEventListener("click", () => {
    $("session-files").replaceChildren();
    $("session-dialog").showModal();
  });
  $("session-form").addEventListener("submit", (event) => {
    event.preventDefault();
    doing($("session-form"), exportSession);
  });
  document.querySelectorAll("dialog [data-close]").forEach((close) =>
    close.addEventListener("click", () => close.closest("dialog").close()));
}
