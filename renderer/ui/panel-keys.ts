/**
 * The keys of the panel beside the content, which leaves the content free to be used.
 * 1. Escape closes it from wherever the focus is, but for what is nearer: a dialog, a menu or a list that is open over the
 *    window, and a field in which something is written.
 * 2. What is open is looked at before anything else hears the key, as whatever closes by it is gone when the panel hears it.
 * 3. F6 goes to the panel and back to where one was.
 */

/** What opens over the window and closes by Escape; such things stand in a portal of their own. */
const OVER = ['dialog', 'alertdialog', 'menu', 'listbox'].map((role) => `[data-portal] [role="${role}"]`).join();
/** Inputs in which nothing is written. */
const PRESSED = ['button', 'checkbox', 'radio', 'range', 'submit'];

interface PanelKeys {
  panel: () => HTMLElement | null;
  close: () => void;
  /** What had the focus before. */
  opener: HTMLElement | null;
  /** Where the focus goes from the panel where that is gone. */
  content: () => HTMLElement | null;
}

/** Listens to the keys of a panel for as long as it is there; the answer ends it. */
export function listenForPanelKeys({ panel, opener, content, close }: PanelKeys): () => void {
  let isForOther = false;
  let leftAt = opener;
  const look = (event: KeyboardEvent) => {
    isForOther = isSomethingOver() || isWriting(event.target);
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape' && !isForOther) close();
    if (event.key !== 'F6' || isSomethingOver()) return;
    event.preventDefault();
    const here = panel();
    if (here?.contains(document.activeElement)) {
      (leftAt?.isConnected ? leftAt : content())?.focus();
    } else {
      leftAt = elementOf(document.activeElement);
      here?.focus();
    }
  };
  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', press);
  return () => {
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', press);
  };
}

/** What has the focus; null where nothing has it. */
export function elementOf(active: Element | null): HTMLElement | null {
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

function isSomethingOver(): boolean {
  return [...document.querySelectorAll(OVER)].some((each) => each.checkVisibility());
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !PRESSED.includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
