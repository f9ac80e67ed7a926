import { Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Specification, specificationSchema } from '../../../shared/contract/specifications.ts';
import type { SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { isSameLimits, isSameSpecification, placeOf } from '../../../shared/quality/specification.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { limitsInWords } from './limit-words.ts';
import css from './quality.module.css';
import { text } from './text.ts';
import { useSpecifications } from './use-specifications.ts';

interface KeepDialogProps {
  measure: Measure;
  limits: SpecificationLimits;
  filters: readonly Filter[];
  isBusy: boolean;
  error: Error | null;
  onKeep: (specification: Specification) => void;
  onClose: () => void;
}

const ALL = '';

/** Keeps limits that were typed: for the item and the line that the filters leave, or for all, and from which day. */
export function KeepDialog({ measure, limits, filters, isBusy, error, onKeep, onClose }: KeepDialogProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const place = placeOf(filters);
  const [item, setItem] = useState(place.item);
  const [line, setLine] = useState(place.line);
  const [since, setSince] = useState('');
  const parsed = specificationSchema.safeParse({ measure, item, line, since: since === '' ? null : since, ...limits });
  const all = useSpecifications().data ?? [];
  const [allBefore] = useState(all);
  const replaced = parsed.success ? all.find((each) => isSameSpecification(each, parsed.data)) : undefined;
  const before = allBefore.find((each) => replaced && isSameSpecification(each, replaced));
  const isOfMeanwhile = replaced && !(before && isSameLimits(before, replaced));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parsed.success) onKeep(parsed.data);
  };
  return (
    <Modal opened onClose={onClose} title={t.keepTitle} size={420}>
      <form className={css.watch} onSubmit={submit}>
        <p>
          {labels.measures[measure]}: {limitsInWords(measure, limits, t, format)}
        </p>
        {place.item !== null && (
          <Select
            label={labels.dimensions.item}
            allowDeselect={false}
            value={item ?? ALL}
            data={[
              { value: place.item, label: place.item },
              { value: ALL, label: t.allItems },
            ]}
            onChange={(value) => setItem(value || null)}
          />
        )}
        {place.line !== null && (
          <Select
            label={labels.dimensions.line}
            allowDeselect={false}
            value={line ?? ALL}
            data={[
              { value: place.line, label: place.line },
              { value: ALL, label: t.allLines },
            ]}
            onChange={(value) => setLine(value || null)}
          />
        )}
        {place.item === null && place.line === null && <p className={css.quiet}>{t.filterFirst}</p>}
        <TextInput
          data-autofocus
          type="date"
          label={t.fromDay}
          description={t.fromDayWords}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        {replaced && (
          <p className={css.quiet} role="status">
            {(isOfMeanwhile ? t.replacesMeanwhile : t.replacesKept)(limitsInWords(measure, replaced, t, format))}
          </p>
        )}
        <FormEnd
          other={{ label: t.cancel, run: onClose }}
          submit={t.keepIt}
          isIncomplete={!parsed.success}
          isBusy={isBusy}
          error={error}
        />
        {!parsed.success && <p role="alert">{t.limitsCrossed}</p>}
      </form>
    </Modal>
  );
}
