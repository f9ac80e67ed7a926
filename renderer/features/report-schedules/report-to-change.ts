/**
 * Which report the dialog that opens next gives another question. The dialog opens by a command on whatever screen, once the view is there;
 * the list that asks for it is gone by then.
 */
let reportId: string | null = null;

export function changeNext(id: string): void {
  reportId = id;
}

/** The report to change, once; null where a new one is meant. */
export function takeReportToChange(): string | null {
  const taken = reportId;
  reportId = null;
  return taken;
}
