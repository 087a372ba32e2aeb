// A list of any length with few elements: only the rows in view exist, and each is used again for another place.

import { h } from "./dom.js";

const HEIGHT = 30;
const OVERSCAN = 8;

/**
 * Makes a list inside an element that scrolls. The source has length(), at(index), keyOf(item) and indexOf(key); a row
 * is made by make() and filled by fill(row, item). The chosen row is known by its key: rows may arrive above it.
 */
export class Rows {
  #grid;
  #body;
  #source;
  #make;
  #fill;
  #onOpen;
  #pool = [];
  #frame = 0;
  #length = 0;
  #active = null;

  constructor(grid, body, { source, make, fill, onOpen }) {
    this.#grid = grid;
    this.#body = body;
    this.#source = source;
    this.#make = make;
    this.#fill = fill;
    this.#onOpen = onOpen;
    grid.addEventListener("scroll", () => this.#later(), { passive: true });
    grid.addEventListener("keydown", (event) => this.#key(event));
    body.addEventListener("click", (event) => {
      const row = event.target.closest("[role=row]");
      if (row !== null && getSelection().isCollapsed) {
        this.choose(row.rowItem, true);
      }
    });
    new ResizeObserver(() => this.#later()).observe(grid);
  }

  /** Says that rows came or went. Whoever has scrolled away keeps the rows that are being read in view. */
  changed(added) {
    const grid = this.#grid;
    this.#length = this.#source.length();
    const read = grid.scrollTop > HEIGHT;
    this.#body.style.height = `${this.#length * HEIGHT}px`;
    this.#grid.setAttribute("aria-rowcount", String(this.#length + 1));
    if (read && added > 0) {
      grid.scrollTop += added * HEIGHT;
    }
    this.#later();
  }

  /** Whether the newest row is in view. */
  atTop() {
    return this.#grid.scrollTop <= HEIGHT;
  }

  toTop() {
    this.#grid.scrollTop = 0;
  }

  /** The chosen key; null for none. */
  get active() {
    return this.#active;
  }

  /** Chooses an item, brings it into view, and opens it if asked to. */
  choose(item, open) {
    this.#active = item === null ? null : this.#source.keyOf(item);
    if (item !== null) {
      this.#intoView(this.#source.indexOf(this.#active));
    }
    this.#render();
    if (item !== null && open) {
      this.#onOpen(item);
    }
  }

  /** Goes on from the chosen row, and opens the next one if asked to. */
  step(by, open) {
    if (this.#length === 0) {
      return;
    }
    const index = this.#active === null ? -1 : this.#source.indexOf(this.#active);
    const next = index < 0 ? 0 : Math.max(0, Math.min(this.#length - 1, index + by));
    this.choose(this.#source.at(next), open);
  }

  #key(event) {
    const page = Math.max(1, Math.floor(this.#grid.clientHeight / HEIGHT) - 2);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.#grid) {
      return;
    } else if (event.key in steps) {
      this.step(steps[event.key], false);
    } else if ((event.key === "Enter" || event.key === " ") && this.#active !== null) {
      const index = this.#source.indexOf(this.#active);
      if (index >= 0) {
        this.#onOpen(this.#source.at(index));
      }
    } else {
      return;
    }
    event.preventDefault();
  }

  #intoView(index) {
    if (index < 0) {
      return;
    }
    const grid = this.#grid;
    const head = this.#body.offsetTop;
    const top = index * HEIGHT;
    if (top < grid.scrollTop) {
      grid.scrollTop = top;
    } else if (top + HEIGHT > grid.scrollTop + grid.clientHeight - head) {
      grid.scrollTop = top + HEIGHT - grid.clientHeight + head;
    }
  }

  #later() {
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => this.#render());
    }
  }

  #render() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const inView = Math.ceil(this.#grid.clientHeight / HEIGHT);
    const size = inView + 2 * OVERSCAN;
    while (this.#pool.length < size) {
      const row = this.#make();
      row.hidden = true;
      this.#pool.push(row);
      this.#body.append(row);
    }
    while (this.#pool.length > size) {
      this.#pool.pop().remove();
    }
    const first = Math.max(0, Math.min(Math.floor(this.#grid.scrollTop / HEIGHT) - OVERSCAN, this.#length - size));
    for (let index = first; index < first + size; index++) {
      this.#place(this.#pool[index % size], index);
    }
    const index = this.#active === null ? -1 : this.#source.indexOf(this.#active);
    if (index >= first && index < first + size) {
      this.#grid.setAttribute("aria-activedescendant", this.#pool[index % size].id);
    } else {
      this.#grid.removeAttribute("aria-activedescendant");
    }
  }

  #place(row, index) {
    const item = index < this.#length ? this.#source.at(index) : undefined;
    row.hidden = item === undefined;
    if (item === undefined) {
      return;
    }
    if (row.rowItem !== item) {
      row.rowItem = item;
      row.id = `row-${this.#source.keyOf(item)}`;
      this.#fill(row, item);
    }
    row.style.transform = `translateY(${index * HEIGHT}px)`;
    row.setAttribute("aria-rowindex", String(index + 2));
    row.setAttribute("aria-selected", String(this.#source.keyOf(item) === this.#active));
  }
}

/** A row of so many cells. */
export function rowOf(classes) {
  return h("div", { role: "row" }, ...classes.map((name) => h("div", { role: "gridcell", class: name })));
}
