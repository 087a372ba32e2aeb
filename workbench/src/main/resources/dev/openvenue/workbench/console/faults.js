// What is to fail at the chosen venue.

import { get, post, remove } from "./api.js";
import { $, button, coalesced, doing, field, h, say, setOptions } from "./dom.js";
import { here, on, onHere, store } from "./store.js";
import { counted } from "./text.js";

const delay = { name: "delay", label: "Milliseconds", value: "2000", whole: true };
const status = { name: "status", label: "Status", value: "503", whole: true };

/** The kinds of the control API: how they are called here, and what each asks for. */
const KINDS = {
  "rate-limited": ["Rate limited", { name: "retryAfter", label: "Retry-After, seconds", value: "1", whole: true }],
  "drop-after-execution": ["Executed, response lost"],
  "drop-before-execution": ["Not executed, connection closed"],
  "server-error": ["Not executed, server error", status],
  "server-error-after-execution": ["Executed, server error", status],
  reject: ["Rejected with a code", { name: "code", label: "Code", value: "" },
    { name: "message", label: "Message", value: "Rejected by a fault" }],
  "delay-before-execution": ["Executed late, response late", delay],
  "delay-after-execution": ["Executed at once, response late", delay],
  "executes-later": ["Connection closed, executed later", delay],
  "truncated-body": ["Executed, half of the response"],
  "malformed-body": ["Executed, response is not JSON"],
  "not-found": ["Claims not to know the order",
    { name: "orders", label: "Order ids (all if empty)", value: "", list: true }],
  "stalls-connection": ["Connection stalls"],
  trickle: ["Response trickles", { ...delay, label: "A blank every … milliseconds", value: "200" }],
  "duplicate-delivery": ["Delivered twice"],
  none: ["Nothing: lets a request pass"],
};

/** One click: strikes the next request of the chosen operation. */
const QUICK = [
  ["Rate limited", { kind: "rate-limited", retryAfter: 1 }],
  ["Response lost", { kind: "drop-after-execution" }],
  ["503", { kind: "server-error", status: 503 }],
  ["2 s late", { kind: "delay-after-execution", delay: 2_000 }],
];

function renderFields() {
  const [, ...fields] = KINDS[$("fault-kind").value];
  $("fault-fields").replaceChildren(...fields.map(({ name, label, value, whole }) => {
    const input = h("input", { name, autocomplete: "off", spellcheck: "false", inputmode: whole ? "numeric" : null });
    input.value = value;
    return field(label, input);
  }));
}

function argumentsOfForm() {
  const kind = $("fault-kind").value;
  const fault = { kind };
  const [, ...fields] = KINDS[kind];
  for (const { name, whole, list, label } of fields) {
    const text = $("fault-fields").querySelector(`[name=${name}]`).value.trim();
    if (whole && text !== "" && !/^[0-9]{1,9}$/.test(text)) {
      throw new Error(`${label}: not a whole number`);
    } else if (text !== "") {
      fault[name] = list ? text.split(/[\s,]+/) : whole ? Number(text) : text;
    }
  }
  return fault;
}

async function create(fault, standing) {
  const operation = $("fault-operation").value;
  const times = $("fault-times").value.trim();
  if (!standing && !/^[1-9][0-9]{0,3}$/.test(times)) {
    throw new Error("How many requests: a whole number from 1 to 1000");
  }
  const call = { ...fault, ...(operation === "" ? {} : { operation }) };
  show(await post(here("faults"), { ...call, ...(standing ? { standing } : { times: Number(times) }) }));
  const which = operation === "" ? "" : ` to ${operation}`;
  const struck = standing ? "every request" : times === "1" ? "the next request" : `the next ${times} requests`;
  say(`${store.venue.id}, ${struck}${which}: ${KINDS[fault.kind][0].toLowerCase()}`);
}

async function clear(operation) {
  show(await remove(here("faults"), { operation }));
  say(`${store.venue.id}: ${operation ? `no fault of ${operation} is left` : "no fault is left"}`);
}

function item({ operation, queued, standing }) {
  const steps = [];
  for (const name of queued) {
    const last = steps[steps.length - 1];
    if (last?.name === name) {
      last.times++;
    } else {
      steps.push({ name, times: 1 });
    }
  }
  const lines = steps.map(({ name, times }) => h("li", {}, name, times > 1 ? h("b", { text: ` ×${times}` }) : null));
  if (standing) {
    lines.push(h("li", {}, `${steps.length > 0 ? "then always " : "always "}${standing}`));
  }
  return h("li", {},
    h("div", { class: "row" },
      h("strong", { text: operation ?? "any operation" }),
      operation ? button("Clear", (event) => doing(event.target, () => clear(operation)),
        { class: "small", "aria-label": `Clear the faults of ${operation}` }) : null),
    h("ol", {}, ...lines.slice(0, 8), lines.length > 8 ? h("li", { text: `and ${lines.length - 8} more` }) : null));
}

/** Whether the list has something that a request could take away. */
let pending = false;

function show({ faults }) {
  pending = faults.length > 0;
  $("faults").replaceChildren(...faults.map(item));
  $("no-faults").hidden = pending;
  $("clear-faults").disabled = !pending;
  const queued = faults.reduce((sum, fault) => sum + fault.queued.length, 0);
  const standing = faults.filter((fault) => fault.standing).length;
  $("fault-count").textContent = pending
    ? [queued > 0 ? `${counted(queued, "fault")} queued` : "", standing > 0 ? `${standing} standing` : ""]
      .filter((text) => text !== "").join(", ")
    : "";
}

const refresh = coalesced(async () => {
  const { venue } = store;
  const faults = await get(here("faults"));
  if (venue.id === store.venue.id) {
    show(faults);
  }
});

export function startFaults() {
  setOptions($("fault-kind"), Object.entries(KINDS).map(([kind, [label]]) => [kind, label]));
  $("fault-kind").addEventListener("change", renderFields);
  renderFields();
  $("quick-faults").append(...QUICK.map(([label, fault]) => button(label, (event) =>
    doing(event.target, () => create(fault, false)), { data: { fault: fault.kind } })));
  $("fault-form").addEventListener("submit", (event) => {
    event.preventDefault();
    doing($("fault-form"), () => create(argumentsOfForm(), event.submitter?.value === "standing"));
  });
  $("clear-faults").addEventListener("click", ({ target }) => doing(target, () => clear()));
  on("choice venues", () => store.venue && setOptions($("fault-operation"),
    [["", "any operation"], ...store.venue.operations.map((operation) => [operation, operation])]));
  on("choice resync", () => store.venue && refresh());
  onHere("faults reset", refresh);
  // A fault that struck is gone from the queue, and so is one that let a request pass.
  onHere("request", () => pending && refresh());
}
