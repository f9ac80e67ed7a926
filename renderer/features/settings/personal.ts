/** What a person sets for the window alone; it holds at once and is kept by the window itself. */
export const personalNames = ['language', 'appearance', 'region', 'firstDay', 'startPage'] as const;
export type PersonalName = (typeof personalNames)[number];
