/** What Node and browsers have alike; the compiler knows it as a part of one or the other only. */
interface URLSearchParams extends Iterable<[string, string]> {
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  toString(): string;
}

declare const URLSearchParams: {
  new (init?: string | Iterable<[string, string]>): URLSearchParams;
};
