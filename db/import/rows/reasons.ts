import { recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { en } from '../../../shared/text/en.ts';
import type { FieldReaders, QuantityReader, RowState } from './field-readers.ts';
import type { ReasonAmount } from './record-draft.ts';

export interface ReasonReader {
  /** The total in millionths: as given, or the sum of the reasons; null when neither is recorded. */
  total: QuantityReader;
  /** The reasons of the row whose total was read last. */
  take(): ReasonAmount[];
}

/**
 * Reads a total (defects or minutes of downtime) together with its reasons: a column a reason, and a column that
 * names the reason for what those leave over. Reasons that add up to more than the total are a failure of the row.
 */
export function compileReasons(
  read: FieldReaders,
  state: RowState,
  totalField: 'defectQuantity' | 'downMinutes',
  reasonField: 'defectReason' | 'downtimeReason',
  columns: ImportProfile['defectColumns'],
): ReasonReader {
  const label = en.fields[totalField];
  const givenTotal = read.quantity(totalField);
  const reasonName = read.text(reasonField);
  const readers = columns.map(({ column, reason }) => ({
    reason: reason.trim(),
    amount: read.column({ label: `${label}, ${reason}`, kind: recordFields[totalField].kind }, column),
  }));
  let reasons: ReasonAmount[] = [];

  const total: QuantityReader = (cells) => {
    reasons = [];
    let sum = 0;
    let anyGiven = false;
    for (const reader of readers) {
      const amount = reader.amount(cells);
      if (amount === null) continue;
      anyGiven = true;
      if (amount > 0) addReason(reasons, reader.reason, amount);
      sum += amount;
    }
    if (!Number.isSafeInteger(sum)) state.failure ??= `${label}: the reasons add up to more than can be held exactly`;
    const given = givenTotal(cells);
    if (given !== null && sum > given) {
      state.failure ??= `${label}: the reasons add up to ${units(sum)}, more than the total of ${units(given)}`;
    }
    const whole = given ?? (anyGiven ? sum : null);
    const name = reasonName(cells);
    if (name !== null && whole !== null && whole > sum) addReason(reasons, name, whole - sum);
    return whole;
  };

  return { total, take: () => reasons };
}

function addReason(reasons: ReasonAmount[], reason: string, amount: number): void {
  const same = reasons.find((entry) => entry.reason === reason);
  if (same) same.amount += amount;
  else reasons.push({ reason, amount });
}

function units(millionths: number): string {
  return String(millionths / 1_000_000);
}
