// The orders of the chosen account, as they truly are, and what the market does to them.

import { get, post, put, remove } from "./api.js";
import { $, badge, button, coalesced, doing, h, say, setOptions, setText } from "./dom.js";
import { here, on, onHere, store } from "./store.js";
import { count, plain, time } from "./text.js";

/** More would make the page slow; the filter finds the others. */
const MOST = 200;

const rows = new Map();
let orders = [];
let total = 0;

function query() {
  return {
    account: store.account,
    symbol: $("book-symbol").value,
    state: $("book-state").value,
    limit: MOST,
  };
}

function matches(order, text) {
  return text === "" || [order.orderId, order.clientOrderId ?? "", order.symbol, order.side, order.price]
    .some((value) => value.toLowerCase().includes(text));
}

/** The cells of an order and its buttons; they are made once, and keep the focus when the order changes. */
function newRow(id) {
  const cells = Object.fromEntries(["symbol", "direction", "price", "filled", "state", "id", "time"]
    .map((name) => [name, h("td", { class: name })]));
  const actions = h("td", { class: "actions" });
  const act = (label, action, hint) => button(label, (event) => doing(event.target, action), { class: "small",
    tabindex: "-1", data: { action: label.toLowerCase() }, "aria-label": `${label} order ${id}${hint}` });
  const buttons = {
    fill: act("Fill", () => change(id, "filled", () => post(here("orders", id, "fills"), at())), ", all that remains"),
    part: act("Part…", () => askPart(id, actions), ", a part of it"),
    trigger: act("Trigger", () => change(id, "triggered", () => put(here("orders", id, "trigger"), at())), ""),
    cancel: act("Cancel", () => change(id, "cancelled", () => remove(here("orders", id), at())), ""),
  };
  const group = h("div", { class: "group" }, ...Object.values(buttons));
  actions.append(group);
  return { row: h("tr", { data: { order: id } }, ...Object.values(cells), actions), cells, actions, group, buttons };
}

const at = () => ({ account: store.account });

async function change(id, done, call) {
  await call();
  say(`Order ${id} was ${done}`);
  refresh();
}

/** Asks how much in the place of the buttons, so that the eyes stay in the row. */
function askPart(id, actions) {
  const { group } = rows.get(id);
  const input = h("input", { "aria-label": `How much of order ${id} is filled`, placeholder: "quantity",
    inputmode: "decimal", autocomplete: "off" });
  const back = () => {
    actions.replaceChildren(group);
    group.querySelector("[data-action='part…']").focus();
  };
  const form = h("form", { class: "group", on: {
    submit: (event) => {
      event.preventDefault();
      doing(form, async () => {
        await change(id, `filled by ${input.value.trim()}`, () =>
          post(here("orders", id, "fills"), { ...at(), quantity: input.value.trim() }));
        back();
      });
    },
    keydown: (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        back();
      }
    },
  } }, input, h("button", { class: "small primary", text: "Fill" }), button("Back", back, { class: "small" }));
  actions.replaceChildren(form);
  input.focus();
}

function marks(order) {
  const kinds = { open: "open", filled: "good", cancelled: "idle" };
  return [
    badge(kinds[order.state] ?? "idle", order.state),
    order.awaitsTrigger ? badge("warn", "awaits trigger", "A trigger order: it does not rest in the book yet") : null,
    order.cancelRequested ? badge("warn", "cancel asked", "A cancel was accepted and has not taken effect yet") : null,
  ].filter((mark) => mark !== null);
}

function update({ cells, buttons, row }, order) {
  setText(cells.symbol, plain(order.symbol));
  setText(cells.direction, order.side);
  cells.direction.dataset.side = order.side;
  setText(cells.price, order.price);
  setText(cells.filled, `${order.filled} / ${order.quantity}`);
  setText(cells.time, time(order.createdAt));
  cells.time.title = `Changed ${time(order.updatedAt)}`;
  if (cells.id.dataset.of !== order.orderId) {
    cells.id.dataset.of = order.orderId;
    cells.id.replaceChildren(h("code", { text: plain(order.orderId) }), ...(order.clientOrderId
      ? [h("code", { class: "quiet", text: plain(order.clientOrderId), title: "The id of the client" })]
      : []));
  }
  const state = `${order.state}${order.awaitsTrigger}${order.cancelRequested}`;
  if (cells.state.dataset.of !== state) {
    cells.state.dataset.of = state;
    cells.state.replaceChildren(...marks(order));
    row.dataset.state = order.state;
    const open = order.state === "open";
    buttons.fill.hidden = !open || order.awaitsTrigger;
    buttons.part.hidden = buttons.fill.hidden;
    buttons.trigger.hidden = !open || !order.awaitsTrigger;
    buttons.cancel.hidden = !open;
  }
}

function render() {
  const text = $("book-filter").value.trim().toLowerCase();
  const shown = orders.filter((order) => matches(order, text));
  const kept = new Set(shown.map((order) => order.orderId));
  for (const [id, { row }] of rows) {
    if (!kept.has(id)) {
      row.remove();
      rows.delete(id);
    }
  }
  shown.forEach((order, i) => {
    if (!rows.has(order.orderId)) {
      rows.set(order.orderId, newRow(order.orderId));
    }
    const entry = rows.get(order.orderId);
    update(entry, order);
    if ($("orders").children[i] !== entry.row) {
      $("orders").insertBefore(entry.row, $("orders").children[i] ?? null);
    }
  });
  $("no-orders").hidden = shown.length > 0;
  setText($("no-orders"), text !== "" && orders.length > 0
    ? "No order matches the filter."
    : "No order here. Let your program place one, or place one under Counterparty.");
  setText($("book-count"), total > shown.length ? `${count(shown.length)} of ${count(total)}` : count(total));
  const first = $("orders").querySelector("button:not([hidden])");
  if (first !== null && $("orders").querySelector("[tabindex='0']:not([hidden])") === null) {
    first.tabIndex = 0;
  }
}

export const refresh = coalesced(async () => {
  const wanted = `${store.venue.id} ${store.account}`;
  const list = await get(here("orders"), query());
  if (wanted === `${store.venue.id} ${store.account}`) {
    ({ orders, total } = list);
    render();
  }
});

/** Arrow keys go from button to button; Tab leaves the table. */
function move(event) {
  const row = event.target.closest("tr");
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  if (step === undefined || row === null || event.target.tagName !== "BUTTON") {
    return;
  }
  event.preventDefault();
  const buttonsOf = (one) => [...one.querySelectorAll("button:not([hidden])")];
  const column = buttonsOf(row).indexOf(event.target);
  let next = row;
  if (step[0] !== 0) {
    do {
      next = step[0] > 0 ? next.nextElementSibling : next.previousElementSibling;
    } while (next !== null && buttonsOf(next).length === 0);
  }
  if (next !== null) {
    const buttons = buttonsOf(next);
    buttons[Math.max(0, Math.min(column + step[1], buttons.length - 1))].focus();
  }
}

export function startBook() {
  on("choice", () => {
    if (store.venue !== null) {
      setOptions($("book-symbol"), [["", "all symbols"], ...store.venue.symbols.map((symbol) => [symbol, symbol])]);
      refresh();
    }
  });
  onHere("book reset", refresh);
  on("resync", () => store.venue && refresh());
  $("book-filter").addEventListener("input", render);
  $("book-symbol").addEventListener("change", refresh);
  $("book-state").addEventListener("change", refresh);
  $("orders").addEventListener("keydown", move);
  $("orders").addEventListener("focusin", ({ target }) => {
    $("orders").querySelectorAll("[tabindex='0']").forEach((one) => (one.tabIndex = -1));
    if (target.tagName === "BUTTON") {
      target.tabIndex = 0;
    }
  });
}
