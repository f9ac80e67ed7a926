/**
 * The ideal time of a record is ideal cycle x (good + defects), rounded half away from zero. Records do not keep it: it
 * follows, to the last millionth, from three amounts that they do keep.
 */
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import { packedColumn } from './record-columns.ts';

const MOST = Number.MAX_SAFE_INTEGER;
const HALF = MILLIONTHS / 2;
/** Below 2^63, where SQLite begins to calculate with fractions, by more than half a unit. */
const MOST_OF_PRODUCT = '9000000000000000000';

const cycle = 'ideal_cycle_seconds';
const total = '(good_quantity + defect_quantity)';
const cyclePacked = packedColumn(cycle);
const goodPacked = packedColumn('good_quantity');
const defectsPacked = packedColumn('defect_quantity');

/** A packed amount p is at most p / 4 units, so that above this product of two the ideal time may be beyond MOST. */
const MOST_OF_PACKED = Math.floor((MOST / MILLIONTHS) * 16);

/** The product by the upper and lower digits of its factors: a step leaves 64 bits only where the result is far too large. */
const byDigits = `${cycle} * (${total} / ${MILLIONTHS}) + (${cycle} / ${MILLIONTHS}) * (${total} % ${MILLIONTHS})
    + ((${cycle} % ${MILLIONTHS}) * (${total} % ${MILLIONTHS}) + CASE WHEN (${cycle} < 0) = (${total} < 0) THEN ${HALF} ELSE -${HALF} END) / ${MILLIONTHS}`;

/**
 * The ideal time of a record in millionths of a second, as SQL; NULL where one of the three amounts is not recorded, and where
 * it is beyond what a number holds exactly. Most records take the first way, the cheapest: whole pieces, whose packed forms end
 * in two zeros and are added up as they are. The last way is for what is out of all proportion, and right for it too.
 */
export const idealSecondsSql = `CASE
    WHEN (${goodPacked} | ${defectsPacked}) & 3 = 0 AND ${cyclePacked} * (${goodPacked} + ${defectsPacked}) BETWEEN 0 AND ${MOST_OF_PACKED}
    THEN ${cycle} * ((${goodPacked} + ${defectsPacked}) >> 2)
    WHEN ${cycle} * ${total} BETWEEN 0 AND ${MOST_OF_PRODUCT}
    THEN (${cycle} * ${total} + ${HALF}) / ${MILLIONTHS}
    WHEN ${byDigits} BETWEEN -${MOST} AND ${MOST}
    THEN ${byDigits}
  END`;
