/** Rows that are no record, one for each reason that lies in the row itself; the reasons on the page are those that reading gives. */
export const rejectHeading = 'date;started;line;good;defects;scratched;size';

export const rejectExamples: readonly { what: string; row: string }[] = [
  { what: 'no production date', row: ';;A;5;0;0;1' },
  { what: 'a day that no calendar has, or another way of writing it', row: '2024-02-30;;A;5;0;0;1' },
  { what: 'a time that is none', row: '2024-02-03;noon;A;5;0;0;1' },
  { what: 'neither line nor item', row: '2024-02-03;;;5;0;0;1' },
  { what: 'no quantity and no minutes', row: '2024-02-03;;A;;;;1' },
  { what: 'a text where a number should be', row: '2024-02-03;;A;many;0;0;1' },
  { what: 'a quantity below zero', row: '2024-02-03;;A;-5;0;0;1' },
  { what: 'more digits than can be held exactly', row: '2024-02-03;;A;99999999999;0;0;1' },
  { what: 'reasons that add up to more than their total', row: '2024-02-03;;A;5;1;2;1' },
  { what: 'fewer or more cells than the heading', row: '2024-02-03;;A;5' },
  { what: 'a quote that is opened and never closed', row: '2024-02-03;;"A;5;0;0;1' },
];
