/** The questions in DuckDB's SQL: one table over all years, dates as dates, quantities in thousandths. */
import { FIRST_ROWS, positionOf, type QuestionName, questions } from './questions.ts';

const year2024 = "production_date BETWEEN DATE '2024-01-01' AND DATE '2024-12-31'";
const press = "production_date BETWEEN DATE '2023-03-10' AND DATE '2025-06-20'";
const row = `id, CAST(production_date AS VARCHAR), line, shift, item_code, item_name, lot_number, operator,
  planned_quantity / 1000, good_quantity / 1000, defect_quantity / 1000`;
const { lotsWithPrefix } = questions['lots-by-prefix'].asked;
const { pageAtShare } = questions['page-by-date'].asked;

/** The statements of each question; their rows, one after the other, are the answer. */
export const duckdbQuestions: Record<QuestionName, (records: number) => string[]> = {
  'month-totals': () => [
    `SELECT strftime(month, '%Y-%m'), good / 1000, defects / 1000, good / (good + defects) FROM (
  SELECT date_trunc('month', production_date) AS month, SUM(good_quantity) AS good, SUM(defect_quantity) AS defects
  FROM production_records GROUP BY 1
) ORDER BY month`,
  ],
  'top-items': () => [
    `SELECT item_code, SUM(defect_quantity) / 1000 AS defects, SUM(good_quantity) / 1000 FROM production_records
WHERE production_date BETWEEN DATE '2024-11-17' AND DATE '2025-02-14'
GROUP BY item_code ORDER BY defects DESC, item_code LIMIT 20`,
  ],
  'line-shift-oee': () => [
    `SELECT line, shift, availability, performance, quality, availability * performance * quality FROM (
  SELECT line, shift,
    SUM(run_minutes) / SUM(planned_minutes) AS availability,
    SUM(ideal_cycle_seconds * (good_quantity + defect_quantity)) / 60000 / SUM(run_minutes) AS performance,
    SUM(good_quantity) / SUM(good_quantity + defect_quantity) AS quality
  FROM production_records WHERE ${year2024} GROUP BY line, shift
) ORDER BY line, shift`,
  ],
  'item-by-day': () => [
    `SELECT CAST(production_date AS VARCHAR), good, defects FROM (
  SELECT production_date, SUM(good_quantity) / 1000 AS good, SUM(defect_quantity) / 1000 AS defects
  FROM production_records WHERE item_code = 'A-100' GROUP BY production_date
) ORDER BY production_date`,
  ],
  'reason-pareto': () => [
    `WITH named AS MATERIALIZED (
  SELECT d.reason, SUM(d.quantity) AS quantity FROM production_records AS r
  JOIN production_defects AS d ON d.record_id = r.id
  WHERE r.line = 'Press 2' AND r.${year2024} GROUP BY d.reason
), unnamed AS (
  SELECT SUM(defect_quantity) - (SELECT SUM(quantity) FROM named) AS quantity
  FROM production_records WHERE line = 'Press 2' AND ${year2024}
)
SELECT reason, quantity / 1000 FROM (
  SELECT reason, quantity FROM named UNION ALL SELECT NULL, quantity FROM unnamed WHERE quantity > 0
) ORDER BY quantity DESC, reason`,
  ],
  'count-line-shift': () => [
    `SELECT COUNT(*) FROM production_records
WHERE ${press} AND line IN ('Press 1', 'Moulding 1') AND shift = 'Late'`,
  ],
  'count-line-shift-item': () => [
    `SELECT COUNT(*) FROM production_records
WHERE ${press} AND line = 'Press 1' AND shift = 'Late' AND item_code = 'P-100'`,
  ],
  'lots-by-prefix': () => [
    `SELECT DISTINCT lot_number FROM production_records WHERE starts_with(lot_number, '${lotsWithPrefix}')
ORDER BY lot_number LIMIT ${FIRST_ROWS}`,
  ],
  'lots-by-part': () => lotsByPart(questions['lots-by-part'].asked.recordsWithPart),
  'lots-by-common-part': () => lotsByPart(questions['lots-by-common-part'].asked.recordsWithPart),
  'page-by-date': (records) => [
    `SELECT ${row} FROM production_records
ORDER BY production_date, id LIMIT ${FIRST_ROWS} OFFSET ${positionOf(pageAtShare, records)}`,
  ],
  'operator-quarter': () => [
    `SELECT operator, SUM(good_quantity) / 1000 FROM production_records
WHERE production_date BETWEEN DATE '2024-04-01' AND DATE '2024-06-30' GROUP BY operator ORDER BY operator NULLS LAST`,
  ],
  'item-medians': () => [
    `SELECT item_code, median(good_quantity / (good_quantity + defect_quantity)) FROM production_records
WHERE ${year2024} AND good_quantity + defect_quantity > 0 GROUP BY item_code ORDER BY item_code NULLS LAST`,
  ],
  'free-filter': () => [
    `SELECT strftime(week, '%G-W%V'), good / 1000, defects / 1000 FROM (
  SELECT date_trunc('week', production_date) AS week, SUM(good_quantity) AS good, SUM(defect_quantity) AS defects
  FROM production_records WHERE operator IN ('A. Brandt', 'J. Ferreira', 'S. Dubois') AND line = 'Assembly 1'
  AND shift IN ('Early', 'Late') GROUP BY 1
) ORDER BY week`,
  ],
};

function lotsByPart(part: string): string[] {
  return [
    `SELECT ${row} FROM production_records WHERE contains(lot_number, '${part}')
ORDER BY production_date DESC, id DESC LIMIT ${FIRST_ROWS}`,
    `SELECT COUNT(*) FROM production_records WHERE contains(lot_number, '${part}')`,
  ];
}
