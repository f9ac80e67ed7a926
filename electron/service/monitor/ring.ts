/** The newest so many of what was added. */
export class Ring<Item> {
  readonly #most: number;
  #items: Item[] = [];
  #oldest = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(item: Item): void {
    if (this.#items.length < this.#most) {
      this.#items.push(item);
      return;
    }
    this.#items[this.#oldest] = item;
    this.#oldest = (this.#oldest + 1) % this.#most;
  }

  /** Those that are kept, oldest first. */
  items(): Item[] {
    return [...this.#items.slice(this.#oldest), ...this.#items.slice(0, this.#oldest)];
  }

  clear(): void {
    this.#items = [];
    this.#oldest = 0;
  }
}
