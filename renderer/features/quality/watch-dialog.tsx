import { ActionIcon, NumberInput, Radio, Select } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type MeasureAlert, MOST_DAYS_BEYOND } from '../../../shared/contract/measure-alerts.ts';
import { viewNameSchema } from '../../../shared/contract/views.ts';
import { specificationOn } from '../../../shared/quality/specification.ts';
import { measures } from '../../../shared/query/measures.ts';
import { text as alertText } from '../../alerts/text.ts';
import { useChangeMeasureAlerts, useMeasureAlerts } from '../../alerts/use-measure-alerts.ts';
import { alertWords } from '../../alerts/words.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import css from './quality.module.css';
import { useSpecifications } from './use-specifications.ts';
import { alertOf, type Watch } from './watch.ts';

/** After every day that a limit may hold from. */
const ANY_DAY = '9999-12-31';
const kinds = ['chart', 'limit', 'specification'] as const satisfies readonly Watch['of'][];

interface WatchDialogProps {
  /** What the dialog begins with. */
  begin: Watch;
  onClose: () => void;
}

/** Watches what the screen shows, by a rule of its chart or by a limit; and what is watched already, to be changed or let go. */
export function WatchDialog({ begin, onClose }: WatchDialogProps) {
  const t = useText(alertText);
  const labels = useLabels();
  const format = useFormat();
  const known = useMeasureAlerts().data;
  const changed = useChangeMeasureAlerts();
  const [watch, setWatch] = useState(begin);
  const change = (changes: Partial<Watch>) => setWatch((now) => ({ ...now, ...changes }));
  const isRatio = measures[watch.measure].kind === 'ratio';
  const alert = alertOf(watch);
  const isHeld = specificationOn(ANY_DAY, useSpecifications().data ?? [], watch) !== null;
  const isNamed = viewNameSchema.safeParse(watch.name).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (alert && isNamed) changed.mutate({ do: 'save', alert }, { onSuccess: onClose });
  };
  const filters = watch.filters.map(({ in: values, not, field }) => {
    const list = format.list(values.map((value) => value ?? t.notRecorded));
    return not ? t.without(labels.dimensions[field], list) : `${labels.dimensions[field]} ${list}`;
  });
  return (
    <Dialog onClose={onClose} title={t.title} size={520}>
      <form className={css.watch} onSubmit={submit}>
        <NameInput
          label={t.name}
          value={watch.name}
          maxLength={80}
          description={known?.alerts.some(({ name }) => name === watch.name) ? t.replaces : undefined}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <p className={css.quiet}>{filters.length > 0 ? t.filters(filters.join(' · ')) : t.noFilters}</p>
        <Radio.Group
          label={t.when}
          value={watch.of}
          onChange={(value) => change({ of: kinds.find((kind) => kind === value) ?? 'chart' })}
        >
          <div className={css.choices}>
            <Radio size="xs" value="chart" label={t.whenChart} />
            <Radio size="xs" value="limit" label={t.whenLimit} />
            <Radio size="xs" value="specification" label={t.whenSpecification} disabled={!isHeld} />
          </div>
        </Radio.Group>
        {watch.of === 'chart' ? (
          <p className={css.quiet}>{t.chartDays(format.days(watch.chartDays))}</p>
        ) : (
          <div className={css.watchLimit}>
            {watch.of === 'limit' && (
              <>
                <Select
                  label={t.side}
                  size="xs"
                  allowDeselect={false}
                  value={watch.side}
                  data={(['above', 'below'] as const).map((value) => ({ value, label: t.sides[value] }))}
                  onChange={(value) => change({ side: value === 'below' ? 'below' : 'above' })}
                />
                <NumberInput
                  label={`${t.limit}, ${labels.measures[watch.measure]}`}
                  hideControls
                  rightSection={isRatio ? '%' : undefined}
                  value={watch.limit ?? ''}
                  onChange={(value) => change({ limit: typeof value === 'number' ? value : null })}
                />
              </>
            )}
            <NumberInput
              label={t.days}
              min={1}
              max={MOST_DAYS_BEYOND}
              allowDecimal={false}
              clampBehavior="strict"
              value={watch.days}
              onChange={(value) => change({ days: typeof value === 'number' ? value : begin.days })}
            />
          </div>
        )}
        <p className={css.quiet}>{isHeld ? t.how : `${t.how} ${t.noneKept}`}</p>
        <FormEnd
          other={{ label: t.cancel, run: onClose }}
          submit={t.save}
          isIncomplete={alert === null || !isNamed}
          isBusy={changed.isPending}
          error={changed.error}
        />
      </form>
      {known && known.alerts.length > 0 && (
        <Watched
          alerts={known.alerts}
          found={new Set(known.found.map(({ alert: { name } }) => name))}
          onEdit={(each) => setWatch(watchOfKept(each, begin))}
          onRemove={(name) => changed.mutate({ do: 'remove', name })}
        />
      )}
    </Dialog>
  );
}

/** What is kept, to be changed in the dialog; what its kind does not say is as the screen has it. */
function watchOfKept(alert: MeasureAlert, begin: Watch): Watch {
  const { name, filters, params } = alert;
  if (alert.of === 'chart') {
    return { ...begin, name, filters, params, of: 'chart', view: alert.view, chartDays: alert.days };
  }
  if (alert.of === 'specification') {
    return { ...begin, name, filters, params, of: alert.of, measure: alert.measure, days: alert.days };
  }
  const { measure, side, limit, days } = alert;
  const shown = measures[measure].kind === 'ratio' ? Number((limit * 100).toPrecision(12)) : limit;
  return { ...begin, name, filters, params, of: 'limit', measure, side, limit: shown, days };
}

interface WatchedProps {
  alerts: readonly MeasureAlert[];
  found: ReadonlySet<string>;
  onEdit: (alert: MeasureAlert) => void;
  onRemove: (name: string) => void;
}

function Watched({ alerts, found, onEdit, onRemove }: WatchedProps) {
  const t = useText(alertText);
  const labels = useLabels();
  const format = useFormat();
  return (
    <section className={css.watched} aria-label={t.watched}>
      <h3 className={css.watchedTitle}>{t.watched}</h3>
      <ul className={css.plain}>
        {alerts.map((alert) => (
          <li key={alert.name} className={css.watchedOne}>
            <p>
              {alert.name} <span className={css.quiet}>{alertWords(alert, t, labels, format)}</span>
              {found.has(alert.name) && (
                <span className={css.tag} data-direction="worse">
                  {' '}
                  {t.now}
                </span>
              )}
            </p>
            <ActionIcon size="sm" aria-label={t.edit(alert.name)} onClick={() => onEdit(alert)}>
              <IconPencil size={14} />
            </ActionIcon>
            <ActionIcon size="sm" aria-label={t.remove(alert.name)} onClick={() => onRemove(alert.name)}>
              <IconTrash size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}
