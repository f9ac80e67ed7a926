import { z } from 'zod';
import { columnSetSchema } from '../column-sets.ts';
import { dashboardIdSchema, dashboardSchema } from '../dashboards.ts';
import { measureAlertSchema, measureAlertsSchema } from '../measure-alerts.ts';
import { settingsSchema } from '../settings.ts';
import { specificationKeySchema, specificationSchema } from '../specifications.ts';
import { savedViewSchema, viewNameSchema } from '../views.ts';
import { base } from './base.ts';

/** The calls for what a person sets and saves: settings, column sets, limits of and alerts on measures, views and dashboards. */
export const deskCalls = {
  settings: {
    get: base.output(settingsSchema),
    /** Changes what is named, and gives all. */
    change: base.input(settingsSchema.partial()).output(settingsSchema),
  },
  /** How the columns of the grid of records lie, saved under names. Each call gives all there are then, by name. */
  columnSets: {
    list: base.output(z.array(columnSetSchema)),
    /** Saves one, in the place of one of the same name. */
    save: base.input(columnSetSchema).output(z.array(columnSetSchema)),
    rename: base.input(z.strictObject({ name: viewNameSchema, to: viewNameSchema })).output(z.array(columnSetSchema)),
    remove: base.input(z.strictObject({ name: viewNameSchema })).output(z.array(columnSetSchema)),
  },
  /** What is asked of measures: limits and targets. Each call gives all there are then, by measure, item, line and day. */
  specifications: {
    list: base.output(z.array(specificationSchema)),
    /** Keeps one, in the place of one of the same measure, item, line and day. */
    save: base.input(specificationSchema).output(z.array(specificationSchema)),
    remove: base.input(specificationKeySchema).output(z.array(specificationSchema)),
  },
  /** What is watched of measures, and what was found. Each call gives all of it as it is then. */
  measureAlerts: {
    list: base.output(measureAlertsSchema),
    /** Watches something, in the place of what has the same name, and looks at once. */
    save: base.input(measureAlertSchema).output(measureAlertsSchema),
    remove: base.input(z.strictObject({ name: viewNameSchema })).output(measureAlertsSchema),
  },
  /** What screens showed, saved under names. Each call gives all there are then, by name. */
  views: {
    list: base.output(z.array(savedViewSchema)),
    /** Saves one, in the place of one of the same name. */
    save: base.input(savedViewSchema).output(z.array(savedViewSchema)),
    rename: base.input(z.strictObject({ name: viewNameSchema, to: viewNameSchema })).output(z.array(savedViewSchema)),
    copy: base.input(z.strictObject({ name: viewNameSchema, to: viewNameSchema })).output(z.array(savedViewSchema)),
    remove: base.input(z.strictObject({ name: viewNameSchema })).output(z.array(savedViewSchema)),
  },
  /** Tiles on a grid. Each call gives all dashboards there are then, in the order in which they were made. */
  dashboards: {
    list: base.output(z.array(dashboardSchema)),
    /** Keeps one as it was made of the revision it names; a new one names 0. */
    save: base.input(dashboardSchema).output(z.array(dashboardSchema)),
    remove: base.input(z.strictObject({ id: dashboardIdSchema })).output(z.array(dashboardSchema)),
  },
};
