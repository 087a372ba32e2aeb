// What the chosen account has, and what was really done for it, whatever response the client got.

import { get } from "./api.js";
import { $, coalesced, h } from "./dom.js";
import { here, on, onHere, store } from "./store.js";
import { plain } from "./text.js";

/** Reads only what is in view. */
function part(details, body, target, row) {
  const refresh = coalesced(async () => {
    const { venue, account } = store;
    if (venue === null || !details.open) {
      return;
    }
    const rows = (await get(here(target), { account }))[target];
    if (venue.id === store.venue.id && account === store.account) {
      body.replaceChildren(...rows.map((one) => h("tr", {}, ...row(one))));
    }
  });
  details.addEventListener("toggle", refresh);
  on("choice resync", refresh);
  onHere("book request reset", refresh);
}

const cells = (name, ...values) => [h("th", { scope: "row", text: plain(name) }),
  ...values.map((value) => h("td", { text: String(value) }))];

export function startMoney() {
  part($("balances-part"), $("balances"), "balances", ({ coin, total, locked }) => cells(coin, total, locked));
  part($("executions-part"), $("executions"), "executions",
    ({ operation, requests, executed }) => cells(operation, requests, executed));
}
