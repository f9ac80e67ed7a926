/** What each part of a profile says, for docs/import.md. A part that is not named here has no line there, which a test tells. */
export const profileWords: Record<string, string> = {
  name: 'its name, under which the window shows it and `--profile` finds it',
  format: 'what the file was when the profile was made; each file is read as what it is',
  encoding: 'how letters are written; UTF-8 and UTF-16 tell themselves',
  part: 'the sheet, table or file of an archive that holds the rows; the first where absent',
  headerLine: 'the line of the headings; 0 where the names stand in no line',
  delimiter: 'what cuts a line into cells',
  quote: 'what surrounds a cell that holds a delimiter or a line break; empty for nothing',
  escaping: 'how a quote within such a cell is written',
  decimalMark: 'what stands before the fraction',
  thousandsMark: 'what sets off thousands; empty for nothing',
  dateFormat: 'how dates are written',
  monthNames: 'the language of month names',
  nulls: "texts that mean 'not recorded', beside the empty cell",
  columns:
    'what single columns have of their own, by name: `decimalMark` and `thousandsMark`; the `unit` of their numbers, others of its kind being converted (`*` for each row its own, `h:mm`, `mm:ss` and `h:mm:ss` for times as a clock writes them, `h.mm` and `mm.ss` for those with a point); whether a `percent` sign makes a `share` (12.5 % is 0.125) or is left out (`number`); whether a `letterM` beside numbers is `millions` or `metres`; further `nulls` such as 65535; `dateFormat` and `monthNames`, `HH:mm` or `HHmm` for times of day without a date; whether a cell that is `merged` over several rows counts for `each` of them or for the `first`; what its codes are called (`names`)',
  dates:
    'what dates need beside their format: a date `inFileName`, for rows without one; the zone by whose clock stamps without an offset are `writtenIn`; whether the date beside a time of day is the `calendarDate` or the `productionDay` (`timesOn`); `timesRunOn` for a time earlier than that of the row before being of the next day; `runIs` `startToEnd` for run minutes from start to end',
  shape:
    'which rows are records: how many rows of `headings` (0 for none), the `units` below them, whether `repeats` of the headings and `totals` are left out, rows that say what follows (`blocks`: the `column` that it becomes, with its `label`, or `at` which place it stands alone and whether it `holds` a date), columns that are records (`unpivot`) and a second file (`join`, which names its columns and never the file)',
  day: 'when the production day begins (`startsAt`), to which day a run over midnight belongs (`belongsTo`: `start`, `end` or `calendar`), and into which `timeZone` stamps with an offset are brought',
  reversals:
    'rows that take back others, such as movement 102: the `column` and the texts `in` it that say so, and whether they are set `aside` as below zero or `kept` as they stand',
  shifts:
    'versions of the shift calendar, by which the shift of a start is found where no column gives it: each valid `from` a date, with `shifts` that have a `name`, the `days` on which they begin (1 is Monday), `startsAt` and `endsAt`',
  fields:
    'for each field a `column`, or several `columns` joined, or a `value`; a column may be multiplied (`scale` by a power of ten, `times` by another column, or by the `rest` that this leaves of one whole), have another column taken off (`minus`), be a `counter` that only grows, give the unit beside its numbers (`take`), and be taken only `when` another column holds one of some texts',
  defectColumns: 'columns that each count the defects of one reason',
  downtimeColumns: 'columns that each hold the minutes of one downtime reason',
  key: 'fields that name a record: a row with the same values updates it',
  gate: 'what was decided, for all such files, about rows that are not plausible',
};
