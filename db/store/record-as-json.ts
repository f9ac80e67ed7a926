/**
 * A whole record as one text, for what it was before an update. Made and read by SQLite alone: packed amounts can be
 * beyond what a number of JavaScript holds.
 */
import { contentColumns, originColumns } from './record-columns.ts';

const columns = [...contentColumns, ...originColumns];
export const reasonLists = ['record_defects', 'record_downtimes'] as const;

/** The record `record` stands for as JSON: its columns by their names, its reasons by their tables. */
export function recordAsJson(record: string): string {
  const members = columns.map((column) => `'${column}', ${record}.${column}`);
  // json() says again what a subquery forgets: that its text is JSON.
  const lists = reasonLists.map(
    (list) =>
      `'${list}', json((SELECT json_group_array(json_array(reason_id, amount_packed)) FROM ${list} WHERE record_id = ${record}.id))`,
  );
  return `json_object(${[...members, ...lists].join(', ')})`;
}

/** Assignments that make a record what `json` tells. */
export function assignedFromJson(json: string): string {
  return columns.map((column) => `${column} = ${json} ->> '${column}'`).join(', ');
}
