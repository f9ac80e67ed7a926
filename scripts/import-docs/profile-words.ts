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
  shape:
    'which rows are records: how many rows of `headings` (0 for none), the `units` below them, whether `repeats` of the headings and `totals` are left out, columns that are records (`unpivot`) and a second file (`join`, which names its columns and never the file)',
  day: 'when the production day begins (`startsAt`), to which day a run over midnight belongs (`belongsTo`: `start`, `end` or `calendar`), and into which `timeZone` stamps with an offset are brought',
  fields:
    'for each field a `column`, or several `columns` joined, or a `value`; a column may be multiplied (`scale` by a power of ten, `times` by another column) and taken only `when` another column holds one of some texts',
  defectColumns: 'columns that each count the defects of one reason',
  downtimeColumns: 'columns that each hold the minutes of one downtime reason',
  key: 'fields that name a record: a row with the same values updates it',
  gate: 'what was decided, for all such files, about rows that are not plausible',
};
