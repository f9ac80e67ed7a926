/** The parts of the Health screen that are looked at one by one, in order; alerts and figures stand above them. */
export const healthParts = ['responses', 'memory', 'store', 'indexes'] as const;
export type HealthPart = (typeof healthParts)[number];

/** The id of the slow questions, which a button beside an alert leads to. */
export const SLOW_QUESTIONS = 'slow-questions';
