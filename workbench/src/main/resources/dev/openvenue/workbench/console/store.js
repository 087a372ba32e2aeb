// What is chosen on the page, and who wants to know what changed.

import { get, path } from "./api.js";
import { coalesced } from "./dom.js";

const listeners = new Map();

/** Listens to an event of the page: one of the stream's (request, book, faults …), or venues, or choice. */
export function on(names, listener) {
  for (const name of names.split(" ")) {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  }
}

export function emit(name, data) {
  (listeners.get(name) ?? []).forEach((listener) => listener(data));
}

export const store = { venues: [], venue: null, account: 0, accounts: [] };

/** A path of the control API about the chosen venue. */
export const here = (...parts) => path("venues", store.venue.id, ...parts);

/** Whether an event is about the chosen venue; one without a venue is about all. */
export const isHere = (event) => store.venue !== null && (event.venue ?? store.venue.id) === store.venue.id;

/** Runs a listener only for events about the chosen venue. */
export const onHere = (names, listener) => on(names, (event) => isHere(event) && listener(event));

export function chooseVenue(id) {
  const venue = store.venues.find((one) => one.id === id);
  if (venue && venue !== store.venue) {
    store.venue = venue;
    store.account = 0;
    store.accounts = [];
    emit("choice");
    refreshAccounts();
  }
}

export function chooseAccount(number) {
  store.account = number;
  emit("choice");
}

export const refreshVenues = coalesced(async () => {
  store.venues = (await get(path("venues"))).venues;
  const before = store.venue?.id;
  store.venue = store.venues.find((venue) => venue.id === before) ?? store.venues[0] ?? null;
  emit("venues");
  if (store.venue?.id !== before) {
    emit("choice");
    refreshAccounts();
  }
});

export const refreshAccounts = coalesced(async () => {
  const id = store.venue.id;
  const { accounts } = await get(here("accounts"));
  if (id === store.venue.id) {
    store.accounts = accounts;
    emit("accounts-listed");
  }
});

on("book settings reset accounts", refreshVenues);
onHere("accounts reset", refreshAccounts);
