import { z } from 'zod';
import { LARGEST_SUBGROUP, SMALLEST_SUBGROUP } from '../domain/spc/control-charts.ts';
import { type RuleName, ruleSets } from '../domain/spc/rules.ts';
import { chartKinds, limitKinds, pointKinds, ruleChoices, subgroupKinds } from '../quality/control-view.ts';
import { filterSchema, isoDate, measureName } from '../query/report-query.ts';
import { viewNameSchema } from './views.ts';

const controlViewSchema = z.strictObject({
  chart: z.enum(chartKinds),
  points: z.enum(pointKinds),
  measure: measureName,
  subgroup: z.enum(subgroupKinds),
  days: z.int().min(SMALLEST_SUBGROUP).max(LARGEST_SUBGROUP),
  rules: z.enum(ruleChoices),
  limits: z.enum(limitKinds),
});

/** So many production days in a row at most. */
export const MOST_DAYS_BEYOND = 31;
/** How far back a control chart is looked at, in days. */
export const LEAST_CHART_DAYS = 7;
export const MOST_CHART_DAYS = 800;
/** More rules than this are read by nobody. */
export const MOST_MEASURE_ALERTS = 50;

const watched = {
  name: viewNameSchema,
  filters: z.array(filterSchema).max(20),
  /** The address of Quality that shows what is watched, without range and filters. */
  params: z.string().max(4_000),
};

/**
 * What is watched of a measure over production days in a row: a limit, or the limits that are kept of it; or the rules of a control
 * chart.
 */
export const measureAlertSchema = z.discriminatedUnion('of', [
  z.strictObject({
    ...watched,
    of: z.literal('limit'),
    measure: measureName,
    side: z.enum(['above', 'below']),
    limit: z.number(),
    days: z.int().min(1).max(MOST_DAYS_BEYOND),
  }),
  z.strictObject({
    ...watched,
    of: z.literal('specification'),
    measure: measureName,
    days: z.int().min(1).max(MOST_DAYS_BEYOND),
  }),
  z.strictObject({
    ...watched,
    of: z.literal('chart'),
    view: controlViewSchema,
    days: z.int().min(LEAST_CHART_DAYS).max(MOST_CHART_DAYS),
  }),
]);
export type MeasureAlert = z.infer<typeof measureAlertSchema>;

const ruleNames = [...new Set<RuleName>(Object.values(ruleSets).flat())] as [RuleName, ...RuleName[]];

/** What was found: from which production day to which, and the newest value. */
export const foundMeasureAlertSchema = z.object({
  alert: measureAlertSchema,
  from: isoDate,
  to: isoDate,
  value: z.number(),
  /** The unit of the value; null where it has none. */
  unit: z.string().nullable(),
  /** The limit that the newest value passed; null of a control chart. */
  limit: z.number().nullable(),
  /** Of a control chart: the rule that the newest point breaks, on which side, and with how many points. */
  rule: z.enum(ruleNames).nullable(),
  side: z.enum(['above', 'below']).nullable(),
  points: z.number(),
});
export type FoundMeasureAlert = z.infer<typeof foundMeasureAlertSchema>;

/** All that is watched, what was found when it was last looked at, and what could not be looked at, in words. */
export const measureAlertsSchema = z.object({
  alerts: z.array(measureAlertSchema),
  found: z.array(foundMeasureAlertSchema),
  failed: z.array(z.object({ name: z.string(), message: z.string() })),
  /** Null before the first look. */
  checkedAt: z.string().nullable(),
});
export type MeasureAlerts = z.infer<typeof measureAlertsSchema>;
