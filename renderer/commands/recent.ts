/** What was chosen in the palette of late. Pure: what is kept, and where, is told by whoever calls. */

/** What the palette can find beside commands, saved views and dashboards: values of a field. */
export const foundFields = ['item', 'line', 'lot'] as const;
export type FoundField = (typeof foundFields)[number];

export type ChoiceKind = 'command' | 'view' | 'dashboard' | FoundField;
const choiceKinds: readonly ChoiceKind[] = ['command', 'view', 'dashboard', ...foundFields];

/** Something that was chosen: what it is, the name by which it is known, and as it was shown. */
export interface Choice {
  kind: ChoiceKind;
  /** The id of a command or a dashboard, the name of a view, or a value. */
  name: string;
  label: string;
}

/** More than this is no longer 'of late', and pushes what can be found out of sight. */
export const MOST_RECENT = 6;

/** The same choice has the same key, however it was shown. */
export function keyOf({ kind, name }: Pick<Choice, 'kind' | 'name'>): string {
  return `${kind}:${name}`;
}

/** The choices of late with one more before them; each is there once. */
export function withChoice(recent: readonly Choice[], choice: Choice): Choice[] {
  return [choice, ...recent.filter((each) => keyOf(each) !== keyOf(choice))].slice(0, MOST_RECENT);
}

/** Reads what was kept; what is not understood is left out. */
export function readRecent(text: string | null): Choice[] {
  const kept = parsed(text);
  return Array.isArray(kept) ? kept.flatMap((each) => asChoice(each) ?? []).slice(0, MOST_RECENT) : [];
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return []; // what another program wrote in its place is no choice
  }
}

function asChoice(kept: unknown): Choice | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { kind, name, label }: { kind?: unknown; name?: unknown; label?: unknown } = kept;
  const known = choiceKinds.find((each) => each === kind);
  return known && typeof name === 'string' && typeof label === 'string' ? { kind: known, name, label } : null;
}
