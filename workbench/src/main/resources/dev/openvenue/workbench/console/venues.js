// The venues: where they are, and which one the page is about.

import { $, badge, button, copyButton, doing, h, say, setOptions, setText } from "./dom.js";
import { post } from "./api.js";
import { chooseAccount, chooseVenue, emit, here, on, refreshAccounts, store } from "./store.js";
import { counted } from "./text.js";

const cards = new Map();

function card(venue) {
  const choose = h(
    "button",
    { type: "button", class: "venue", on: { click: () => chooseVenue(venue.id) } },
    h("strong", { text: venue.id }),
    h("span", { class: "marks" }),
  );
  const url = h("code", { text: venue.baseUrl });
  const item = h("li", { data: { venue: venue.id } }, choose, h("div", { class: "row" }, url,
    copyButton(`the base URL of ${venue.id}`, () => url.textContent)));
  return { item, choose, url, marks: choose.lastElementChild };
}

function marks(venue) {
  const { settings } = venue;
  const all = [];
  if (settings.clockSkew !== 0) {
    all.push(badge("warn", `clock ${settings.clockSkew > 0 ? "+" : "−"}${Math.abs(settings.clockSkew)} ms`));
  }
  if (settings.latency > 0) {
    all.push(badge("warn", `${settings.latency} ms late`));
  }
  all.push(h("span", { class: "quiet", text: `${venue.openOrders} open` }));
  return all;
}

function render() {
  for (const venue of store.venues) {
    if (!cards.has(venue.id)) {
      cards.set(venue.id, card(venue));
      $("venues").append(cards.get(venue.id).item);
    }
    const { choose, url, marks: place } = cards.get(venue.id);
    setText(url, venue.baseUrl);
    place.replaceChildren(...marks(venue));
    choose.setAttribute("aria-pressed", String(venue.id === store.venue?.id));
  }
  $("venue-count").textContent = counted(store.venues.length, "venue");
  document.title = `${store.venue ? store.venue.id + " (simulated)" : "Simulated venues"} · OpenVenue`;
}

function renderAccounts() {
  setOptions($("account"), store.accounts.map(({ account, openOrders }) => [
    String(account),
    `${account}, ${counted(openOrders, "open order")}`,
  ]));
  $("account").value = String(store.account);
}

async function openAccount() {
  const { account } = await post(here("accounts"), {});
  await refreshAccounts();
  chooseAccount(account);
  renderAccounts();
  say(`Opened account ${account} at ${store.venue.id}`);
}

export function startVenues() {
  on("venues choice", render);
  on("accounts-listed choice", renderAccounts);
  on("book", () => refreshAccounts());
  $("account").addEventListener("change", () => chooseAccount(Number($("account").value)));
  const open = button("New account", () => doing(open, openAccount), { class: "small" });
  $("account-row").append(open);
  emit("venues");
}
