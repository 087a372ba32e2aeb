// The invented key of the chosen account: shown when it is asked for, ready to be copied.

import { get } from "./api.js";
import { $, button, copyButton, h, setOptions } from "./dom.js";
import { here, on, store } from "./store.js";

const KINDS = { "hmac-sha256": "HMAC-SHA256", "rsa-sha256": "RSA", ed25519: "Ed25519", secp256k1: "secp256k1 wallet" };

function secretRow(label, value) {
  const shown = h("code", { class: "secret", text: "•".repeat(12) });
  const toggle = button("Show", () => {
    const hide = toggle.getAttribute("aria-pressed") === "true";
    toggle.setAttribute("aria-pressed", String(!hide));
    toggle.textContent = hide ? "Show" : "Hide";
    shown.textContent = hide ? "•".repeat(12) : value;
  }, { class: "small", "aria-pressed": "false", "aria-label": `Show the ${label.toLowerCase()}` });
  return row(label, shown, toggle, copyButton(`the ${label.toLowerCase()}`, value));
}

function row(label, shown, ...buttons) {
  return h("div", { class: "key-row" }, h("dt", { text: label }), h("dd", {}, shown, ...buttons));
}

async function load() {
  const { venue, account } = store;
  setOptions($("key-kind"), venue.keyKinds.map((kind) => [kind, KINDS[kind] ?? kind]));
  $("key-kind-row").hidden = venue.keyKinds.length < 2;
  const key = await get(here("credentials"), { account, kind: $("key-kind").value });
  if (venue.id !== store.venue.id || account !== store.account) {
    return;
  }
  const rows = [row("API key", h("code", { text: key.apiKey }), copyButton("the API key", key.apiKey)),
    secretRow(key.kind === "hmac-sha256" ? "Secret" : "Private key", key.secret)];
  if (key.passphrase) {
    rows.push(secretRow("Passphrase", key.passphrase));
  }
  $("keys").replaceChildren(h("dl", {}, ...rows), h("div", { class: "row" },
    h("span", { class: "quiet", text: "As lines for a shell" }),
    copyButton("the lines for a shell", key.environment.join("\n") + "\n")));
}

let shown = "";

function update() {
  const wanted = `${store.venue?.id} ${store.account}`;
  if (store.venue !== null && wanted !== shown) {
    shown = wanted;
    load().catch((problem) => $("keys").replaceChildren(h("p", { class: "quiet", text: problem.message })));
  }
}

export function startKeys() {
  on("choice venues", update);
  $("key-kind").addEventListener("change", () => {
    shown = "";
    update();
  });
}
