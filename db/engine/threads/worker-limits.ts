/**
 * What each thread may keep of recently made objects before they are swept, MB. Without a limit a thread that works through rows
 * keeps some 50 MB of garbage at any moment, which several threads make into most of a program's memory; sweeping more often
 * costs an import no time that could be measured.
 */
export const WORKER_LIMITS = { maxYoungGenerationSizeMb: 8 };
