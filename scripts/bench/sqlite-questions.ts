/**
 * The questions to one text table a year in attached files, as somebody who knows SQLite would write them: only the
 * files of the range, conditions and sums inside each arm of the UNION ALL, the arms added up outside. Quantities are
 * kept in thousandths there.
 */
import { years } from './plant.ts';
import { FIRST_ROWS, positionOf, type QuestionName, questions } from './questions.ts';

/** `arm` once for every year of a range; {year} stands for the attached file. */
function overYears(arm: string, from: number = years[0], to: number = years[years.length - 1] ?? from): string {
  return years
    .filter((year) => year >= from && year <= to)
    .map((year) => arm.replaceAll('{year}', `y${year}`))
    .join('\nUNION ALL\n');
}

const year2024 = "production_date BETWEEN '2024-01-01' AND '2024-12-31'";
const press = "production_date BETWEEN '2023-03-10' AND '2025-06-20'";
const row = `id, production_date, line, shift, item_code, item_name, lot_number, operator,
  planned_quantity / 1000.0, good_quantity / 1000.0, defect_quantity / 1000.0`;
const { lotsWithPrefix } = questions['lots-by-prefix'].asked;
const { pageAtShare } = questions['page-by-date'].asked;
const beyondPrefix =
  lotsWithPrefix.slice(0, -1) + String.fromCharCode(lotsWithPrefix.charCodeAt(lotsWithPrefix.length - 1) + 1);

/** The statements of each question; their rows, one after the other, are the answer. */
export const sqliteQuestions: Record<QuestionName, (records: number) => string[]> = {
  'month-totals': () => [
    `SELECT month, SUM(good) / 1000.0, SUM(defects) / 1000.0, SUM(good) * 1.0 / (SUM(good) + SUM(defects)) FROM (
${overYears(`SELECT substr(production_date, 1, 7) AS month, SUM(good_quantity) AS good, SUM(defect_quantity) AS defects
  FROM {year}.production_records GROUP BY 1`)}
) GROUP BY month ORDER BY month`,
  ],
  'top-items': () => [
    `SELECT item_code, SUM(defects) / 1000.0, SUM(good) / 1000.0 FROM (
${overYears(
  `SELECT item_code, SUM(defect_quantity) AS defects, SUM(good_quantity) AS good FROM {year}.production_records
  WHERE production_date BETWEEN '2024-11-17' AND '2025-02-14' GROUP BY item_code`,
  2024,
  2025,
)}
) GROUP BY item_code ORDER BY SUM(defects) DESC, item_code LIMIT 20`,
  ],
  'line-shift-oee': () => [
    `SELECT line, shift, availability, performance, quality, availability * performance * quality FROM (
  SELECT line, shift,
    SUM(run_minutes) * 1.0 / SUM(planned_minutes) AS availability,
    SUM(ideal_cycle_seconds * (good_quantity + defect_quantity)) / 60000.0 / SUM(run_minutes) AS performance,
    SUM(good_quantity) * 1.0 / SUM(good_quantity + defect_quantity) AS quality
  FROM y2024.production_records WHERE ${year2024} GROUP BY line, shift
) ORDER BY line, shift`,
  ],
  'item-by-day': () => [
    `${overYears(`SELECT production_date, SUM(good_quantity) / 1000.0, SUM(defect_quantity) / 1000.0
  FROM {year}.production_records WHERE item_code = 'A-100' GROUP BY production_date`)}
ORDER BY production_date`,
  ],
  'reason-pareto': () => [
    `WITH named AS MATERIALIZED (
  SELECT d.reason, SUM(d.quantity) AS quantity FROM y2024.production_records AS r
  JOIN y2024.production_defects AS d ON d.record_id = r.id
  WHERE r.line = 'Press 2' AND r.${year2024} GROUP BY d.reason
), unnamed AS (
  SELECT SUM(defect_quantity) - (SELECT SUM(quantity) FROM named) AS quantity
  FROM y2024.production_records WHERE line = 'Press 2' AND ${year2024}
)
SELECT reason, quantity / 1000.0 FROM (
  SELECT reason, quantity FROM named UNION ALL SELECT NULL, quantity FROM unnamed WHERE quantity > 0
) ORDER BY quantity DESC, reason`,
  ],
  'count-line-shift': () => [
    `SELECT SUM(records) FROM (
${overYears(
  `SELECT COUNT(*) AS records FROM {year}.production_records
  WHERE ${press} AND line IN ('Press 1', 'Moulding 1') AND shift = 'Late'`,
  2023,
)})`,
  ],
  'count-line-shift-item': () => [
    `SELECT SUM(records) FROM (
${overYears(
  `SELECT COUNT(*) AS records FROM {year}.production_records
  WHERE ${press} AND line = 'Press 1' AND shift = 'Late' AND item_code = 'P-100'`,
  2023,
)})`,
  ],
  'lots-by-prefix': () => [
    `SELECT DISTINCT lot_number FROM (
${overYears(`SELECT lot_number FROM {year}.production_records WHERE lot_number >= '${lotsWithPrefix}' AND lot_number < '${beyondPrefix}'`)}
) ORDER BY lot_number LIMIT ${FIRST_ROWS}`,
  ],
  'lots-by-part': () => lotsByPart(questions['lots-by-part'].asked.recordsWithPart),
  'lots-by-common-part': () => lotsByPart(questions['lots-by-common-part'].asked.recordsWithPart),
  'page-by-date': (records) => [
    `${overYears(`SELECT ${row} FROM {year}.production_records`)}
ORDER BY production_date, id LIMIT ${FIRST_ROWS} OFFSET ${positionOf(pageAtShare, records)}`,
  ],
  'operator-quarter': () => [
    `SELECT operator, SUM(good_quantity) / 1000.0 FROM y2024.production_records
WHERE production_date BETWEEN '2024-04-01' AND '2024-06-30' GROUP BY operator ORDER BY operator NULLS LAST`,
  ],
  'item-medians': () => [
    `SELECT item_code, AVG(share) FROM (
  SELECT item_code, share, COUNT(*) OVER item AS records, ROW_NUMBER() OVER (item ORDER BY share) AS place FROM (
    SELECT item_code, good_quantity * 1.0 / (good_quantity + defect_quantity) AS share FROM y2024.production_records
    WHERE ${year2024} AND good_quantity + defect_quantity > 0
  ) WINDOW item AS (PARTITION BY item_code)
) WHERE place IN ((records + 1) / 2, records / 2 + 1) GROUP BY item_code ORDER BY item_code NULLS LAST`,
  ],
  'free-filter': () => [
    `SELECT week, SUM(good) / 1000.0, SUM(defects) / 1000.0 FROM (
${overYears(`SELECT strftime('%G-W%V', production_date) AS week, SUM(good_quantity) AS good, SUM(defect_quantity) AS defects
  FROM {year}.production_records WHERE operator IN ('A. Brandt', 'J. Ferreira', 'S. Dubois') AND line = 'Assembly 1'
  AND shift IN ('Early', 'Late') GROUP BY 1`)}
) GROUP BY week ORDER BY week`,
  ],
};

function lotsByPart(part: string): string[] {
  return [
    `${overYears(`SELECT ${row} FROM {year}.production_records WHERE lot_number LIKE '%${part}%'`)}
ORDER BY production_date DESC, id DESC LIMIT ${FIRST_ROWS}`,
    `SELECT SUM(records) FROM (
${overYears(`SELECT COUNT(*) AS records FROM {year}.production_records WHERE lot_number LIKE '%${part}%'`)})`,
  ];
}
