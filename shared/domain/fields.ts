/**
 * The fields of a production record, as data: the import mapping, the records grid, the exports and the docs are
 * made from this list.
 */
export const fieldKinds = ['date', 'instant', 'text', 'quantity', 'minutes', 'seconds'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface FieldDefinition {
  kind: FieldKind;
  /** Part of who, where or what: one of the fields that tell two records apart. */
  identifies?: true;
}

export const recordFields = {
  productionDate: { kind: 'date', identifies: true },
  startedAt: { kind: 'instant', identifies: true },
  endedAt: { kind: 'instant' },
  site: { kind: 'text', identifies: true },
  line: { kind: 'text', identifies: true },
  shift: { kind: 'text', identifies: true },
  operator: { kind: 'text', identifies: true },
  itemCode: { kind: 'text', identifies: true },
  itemName: { kind: 'text' },
  unit: { kind: 'text' },
  lotNumber: { kind: 'text', identifies: true },
  orderNumber: { kind: 'text', identifies: true },
  plannedQuantity: { kind: 'quantity' },
  goodQuantity: { kind: 'quantity' },
  defectQuantity: { kind: 'quantity' },
  reworkQuantity: { kind: 'quantity' },
  plannedMinutes: { kind: 'minutes' },
  runMinutes: { kind: 'minutes' },
  downMinutes: { kind: 'minutes' },
  idealCycleSeconds: { kind: 'seconds' },
  defectReason: { kind: 'text' },
  downtimeReason: { kind: 'text' },
  note: { kind: 'text' },
} as const satisfies Record<string, FieldDefinition>;

export type RecordField = keyof typeof recordFields;
export const recordFieldNames = Object.keys(recordFields) as RecordField[];

/** Fields of which at least one must be present for a row to count as a production record. */
export const measuredFields = recordFieldNames.filter((name) =>
  ['quantity', 'minutes'].includes(recordFields[name].kind),
);
