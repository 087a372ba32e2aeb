// What somebody else does in the market: takes what rests, or rests an order to be taken.

import { post } from "./api.js";
import { $, doing, say, setOptions } from "./dom.js";
import { refresh } from "./book.js";
import { here, on, store } from "./store.js";

function values() {
  const entries = ["account", "symbol", "side", "quantity", "price", "clientOrderId"].map((name) => [name,
    name === "account" ? store.account : $(`market-${name}`).value.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

async function send() {
  const { clientOrderId, ...order } = values();
  if ($("market-kind").value === "take") {
    const { filled, left } = await post(here("trades"), order);
    say(left === "0" ? `The counterparty got ${filled}` : `The counterparty got ${filled}; ${left} found no order`);
  } else {
    const placed = await post(here("orders"), { ...order, ...(clientOrderId ? { clientOrderId } : {}) });
    say(`Order ${placed.orderId} rests in the book`);
  }
  refresh();
}

function renderKind() {
  const take = $("market-kind").value === "take";
  $("market-clientOrderId").closest(".field").hidden = take;
  $("market-price").placeholder = take ? "any" : "";
  $("market-explained").textContent = take
    ? "Somebody else takes the orders that rest here, the best price first. What finds no order is cancelled."
    : "An order rests in the book of this account, like one that the client placed.";
}

export function startMarket() {
  on("choice", () => store.venue && setOptions($("market-symbol"), store.venue.symbols.map((one) => [one, one])));
  $("market-kind").addEventListener("change", renderKind);
  $("market-form").addEventListener("submit", (event) => {
    event.preventDefault();
    doing($("market-form"), send);
  });
  renderKind();
}
