import { Checkbox, Select } from '@mantine/core';
import type { FileChoice, ImportProfile } from '../../../../shared/import/profile.ts';
import {
  type NoteTally,
  type SecondFileFacts,
  type Shape,
  type ShapeFinding,
  shapeNotes,
} from '../../../../shared/import/shape.ts';
import { linesInWords, shapeText } from '../../../../shared/import/shape-text.ts';
import { useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { NamedTexts } from '../named-texts.tsx';
import { Confidence } from '../what-it-is/finding-note.tsx';
import { SecondFileInputs } from './second-file-inputs.tsx';
import css from './shape.module.css';
import { withUnit } from './shape-edit.ts';
import { text } from './text.ts';
import { WideInputs } from './wide-inputs.tsx';

/** What is known of a file's shape, and how a person says it otherwise. */
export interface ShapeFacts {
  findings: readonly ShapeFinding[];
  second: SecondFileFacts | null;
  /** A file is looked at; without one, all is said by hand. */
  isAtHand: boolean;
  /** Makes another table of the file, which is then looked at anew. */
  onChoose: (choice: FileChoice & { secondFileId?: string | undefined }) => void;
}

interface ShapePanelProps {
  profile: ImportProfile;
  /** Columns of the file as they stand in it. */
  fileColumns: readonly string[];
  /** What was left out of the first rows. */
  notes: NoteTally;
  facts: ShapeFacts;
  /** Changes what leaves the columns as they are. */
  onProfile: (profile: ImportProfile) => void;
}

/** Which rows of a file are records: what was recognised, what is left out, and each of it to be said otherwise. */
export function ShapePanel({ profile, fileColumns, notes: counted, facts, onProfile }: ShapePanelProps) {
  const t = useText(text);
  const words = useText(shapeText);
  const { shape } = profile;
  const chooseShape = (next: Shape) => facts.onChoose({ shape: next });
  const changeShape = (next: Partial<Shape>) => onProfile({ ...profile, shape: { ...shape, ...next } });
  // What is left out is told with its lines below, as it is now.
  const recognised = facts.findings.filter(({ part }) => part !== 'repeats' && part !== 'totals');
  const notes = shapeNotes.flatMap((note) => {
    const found = counted[note];
    if (!found) return [];
    const lines = linesInWords(found.lines, found.count, found.count === 1 ? t.line : t.lines);
    return [{ note, sentence: words.notes[note](found.count, lines) }];
  });
  const units = Object.entries(shape.units ?? {}).map(([column, unit]) => `${column} ${unit}`);
  return (
    <Panel title={t.title} subtitle={t.hint}>
      <div className={css.panel}>
        {facts.isAtHand && (
          <ul className={css.findings}>
            {recognised.map(({ part, confidence, seen }) => (
              <li key={part}>
                <Confidence confidence={confidence} />
                <span>{words.findings[part](seen)}</span>
              </li>
            ))}
            {notes.map(({ note, sentence }) => (
              <li key={note}>{sentence}</li>
            ))}
            {recognised.length + notes.length === 0 && <li className={css.quiet}>{t.plain}</li>}
          </ul>
        )}
        <div className={css.inputs}>
          <Select
            label={t.headings}
            allowDeselect={false}
            data={Object.entries(t.headingRows).map(([value, label]) => ({ value, label }))}
            value={String(shape.headings)}
            onChange={(value) => {
              const { units: _, unpivot: __, ...rest } = shape;
              if (value !== null) chooseShape({ ...rest, headings: Number(value) });
            }}
          />
          <Select
            label={t.totals}
            allowDeselect={false}
            data={(['words', 'sums', 'keep'] as const).map((value) => ({ value, label: t.totalRules[value] }))}
            value={shape.totals}
            onChange={(value) => value !== null && changeShape({ totals: value as Shape['totals'] })}
          />
          <div className={css.checks}>
            <Checkbox
              size="xs"
              label={t.units}
              description={facts.isAtHand && units.length > 0 ? t.unitsFound(units.join(', ')) : undefined}
              checked={shape.units !== undefined}
              onChange={(event) => {
                const { units: _, ...rest } = shape;
                chooseShape(event.currentTarget.checked ? { ...rest, units: {} } : rest);
              }}
            />
            <Checkbox
              size="xs"
              label={t.repeats}
              checked={shape.repeats === 'skip'}
              onChange={(event) => changeShape({ repeats: event.currentTarget.checked ? 'skip' : 'keep' })}
            />
          </div>
          {!facts.isAtHand && shape.units && (
            <div className={css.wide}>
              <p className={css.quiet}>{t.unitsHint}</p>
              <NamedTexts
                label={t.unitsOfColumns}
                names={[...new Set([...fileColumns, ...Object.keys(shape.units)])]}
                textOf={(column) => shape.units?.[column] ?? ''}
                onChange={(column, unit) => chooseShape(withUnit(shape, column, unit))}
              />
            </div>
          )}
          <WideInputs profile={profile} fileColumns={fileColumns} onShape={chooseShape} onProfile={onProfile} />
        </div>
        <SecondFileInputs profile={profile} fileColumns={fileColumns} facts={facts} onProfile={onProfile} />
      </div>
    </Panel>
  );
}
