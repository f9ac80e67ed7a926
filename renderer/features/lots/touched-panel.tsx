import { Button, SegmentedControl } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { type TouchedLots, touchRules } from '../../../shared/contract/lots.ts';
import { useClient } from '../../lib/connection.tsx';
import { decimalsFor, type Format, NO_DATA } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useExport } from '../../lib/use-export.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { LongName } from '../../ui/long-name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import tableCss from './lot-table.module.css';
import css from './lots.module.css';
import { type LotsText, text } from './text.ts';
import type { LotParams } from './use-lot-params.ts';
import { useTouchedLots } from './use-lots.ts';
import { datesInWords, itemsInWords } from './words.ts';

/** The lots to look at should one have to be recalled, by a rule that a person chooses; as a file they are all of them. */
export function TouchedPanel({ lot, params }: { lot: string; params: LotParams }) {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const { rule, setRule } = params;
  const touched = useTouchedLots(lot, rule);
  const { data } = touched;
  const run = useExport(() => client.exports.touchedLots({ lot, rule }));
  const countOf = (count: number | null | undefined) =>
    count === undefined ? '' : ` ${count === null ? NO_DATA : format.number(count)}`;
  return (
    <Panel
      title={t.touched}
      subtitle={data ? ruleInWords(data, t, format) : t.touchedHint}
      actions={
        <Button
          variant="default"
          leftSection={<IconFileExport size={14} aria-hidden />}
          loading={run.busy}
          disabled={!data?.counts[rule]}
          onClick={run.start}
        >
          {t.export}
        </Button>
      }
    >
      <SegmentedControl
        className={css.rules}
        aria-label={t.touched}
        value={rule}
        onChange={(value) => setRule(touchRules.find((each) => each === value) ?? 'line')}
        data={touchRules.map((value) => ({ value, label: t.rules[value] + countOf(data?.counts[value]) }))}
      />
      <p role="status" className={css.note}>
        {run.busy && t.exporting}
        {run.job?.state === 'done' &&
          t.exported(format.number(Number(run.job.result?.rows ?? 0)), String(run.job.result?.fileName))}
        {(run.error?.message ?? (run.job?.state === 'failed' ? run.job.message : '')) || null}
      </p>
      {touched.isError ? (
        <ErrorState error={touched.error} onRetry={() => void touched.refetch()} />
      ) : (
        <LoadingDim loading={touched.isFetching} empty={!data} height={240}>
          {data && <Touched touched={data} params={params} />}
        </LoadingDim>
      )}
    </Panel>
  );
}

function ruleInWords(
  { rule, counts, lines, orders, crews, from, to }: TouchedLots,
  t: LotsText,
  format: Format,
): string {
  if (counts[rule] === null) return t.notApplicable[rule];
  const dates = datesInWords({ firstDate: from, lastDate: to }, format);
  if (rule === 'line') return t.ruleWords.line(format.list(lines), dates);
  if (rule === 'order') return t.ruleWords.order(format.list(orders));
  return t.ruleWords.crew(format.list(crews.map(({ operator, shift }) => t.crew(operator, shift))), dates);
}

function Touched({ touched: { rule, counts, lots, withoutLot }, params }: { touched: TouchedLots; params: LotParams }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const count = counts[rule];
  const decimals = decimalsFor(lots.flatMap(({ good, defects }) => [good, defects]));
  if (count === null) return null;
  return (
    <>
      {count === 0 && <p className={css.quiet}>{t.noneTouched}</p>}
      {count > 0 && (
        <Scrolled label={t.touched} className={tableCss.scroll}>
          <table className={tableCss.table}>
            <thead>
              <tr>
                <th scope="col">{labels.dimensions.lot}</th>
                <th scope="col">{t.dates}</th>
                <th scope="col">{labels.dimensions.line}</th>
                <th scope="col">{labels.dimensions.item}</th>
                <th scope="col" className={tableCss.amount}>
                  {labels.measures.good}
                </th>
                <th scope="col" className={tableCss.amount}>
                  {labels.measures.defects}
                </th>
                <th scope="col">{labels.dimensions.unit}</th>
                <th scope="col" className={tableCss.amount}>
                  {labels.measures.yield}
                </th>
                <th scope="col" className={tableCss.amount}>
                  {t.touching}
                </th>
              </tr>
            </thead>
            <tbody>
              {lots.map((lot) => (
                <tr key={lot.lot}>
                  <th scope="row">
                    <a href={params.hrefOf(lot.lot)}>{lot.lot}</a>
                  </th>
                  <td>{datesInWords(lot, format)}</td>
                  <td className={css.cut}>
                    <LongName name={format.list(lot.lines) || NO_DATA} />
                  </td>
                  <td className={css.cut}>
                    <LongName name={itemsInWords(lot, format) || NO_DATA} />
                  </td>
                  <td className={tableCss.amount}>{format.number(lot.good, decimals)}</td>
                  <td className={tableCss.amount}>{format.number(lot.defects, decimals)}</td>
                  <td>{format.list(lot.units)}</td>
                  <td className={tableCss.amount}>{format.percent(lot.yield)}</td>
                  <td className={tableCss.amount}>
                    {format.number(lot.touching)} / {format.number(lot.records)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      {lots.length < count && <p className={css.note}>{t.firstShown(format.number(lots.length))}</p>}
      {withoutLot > 0 && <p className={css.note}>{t.withoutLot(format.number(withoutLot), withoutLot === 1)}</p>}
    </>
  );
}
