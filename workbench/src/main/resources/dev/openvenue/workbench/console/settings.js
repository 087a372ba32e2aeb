// The clock and the latency of the chosen venue, and what it enforces.

import { put } from "./api.js";
import { $, doing, say, setText } from "./dom.js";
import { here, on, refreshVenues, store } from "./store.js";
import { time } from "./text.js";

/** How far the venue's clock is from this page's, when its time was last read. */
let offset = 0;

function render() {
  const { settings, time: now } = store.venue;
  offset = now - Date.now();
  showIdle($("skew"), settings.clockSkew);
  showIdle($("latency"), settings.latency);
  $("limits").checked = settings.enforceLimits;
  $("fills-at-once").checked = settings.fillsAtOnce;
  tick();
}

/** Does not take a number away from somebody who is typing one. */
function showIdle(input, value) {
  if (document.activeElement !== input) {
    input.value = String(value);
  }
}

function tick() {
  if (store.venue !== null) {
    setText($("venue-time"), time(Date.now() + offset).slice(0, 8));
  }
}

async function set(settings, said) {
  await put(here("settings"), settings);
  refreshVenues();
  say(`${store.venue.id}: ${said}`);
}

function number(input, what) {
  const text = input.value.trim().replace("−", "-");
  if (!/^[+-]?[0-9]{1,15}$/.test(text)) {
    throw new Error(`${what} is a whole number of milliseconds`);
  }
  return Number(text);
}

function setSkew(skew) {
  $("skew").value = String(skew);
  const off = `${Math.abs(skew)} ms ${skew > 0 ? "ahead" : "behind"}`;
  return set({ clockSkew: skew }, `the clock is ${skew === 0 ? "right" : off}`);
}

export function startSettings() {
  on("venues choice", () => store.venue !== null && render());
  $("skew-form").addEventListener("submit", (event) => {
    event.preventDefault();
    doing($("skew-form"), () => setSkew(number($("skew"), "The clock skew")));
  });
  $("skew-steps").addEventListener("click", (event) => {
    const step = event.target.dataset.skew;
    if (step !== undefined) {
      doing(event.target, () => setSkew(Number(step)));
    }
  });
  $("latency-form").addEventListener("submit", (event) => {
    event.preventDefault();
    doing($("latency-form"), () => {
      const latency = number($("latency"), "The latency");
      return set({ latency }, latency === 0 ? "no latency" : `every request waits ${latency} ms`);
    });
  });
  $("limits").addEventListener("change", ({ target }) => doing(target, () =>
    set({ enforceLimits: target.checked },
      `the documented limits are ${target.checked ? "enforced" : "only counted"}`)));
  $("fills-at-once").addEventListener("change", ({ target }) => doing(target, () =>
    set({ fillsAtOnce: target.checked }, `new orders ${target.checked ? "fill at once" : "rest"}`)));
  setInterval(tick, 1_000);
}
