import { Button, MultiSelect, Select, TagsInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import type { Join, SecondFileFacts } from '../../../../shared/import/shape.ts';
import { usePlatform } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import { Told } from '../../../ui/told.tsx';
import { JoinKeys } from './join-keys.tsx';
import { SecondReading } from './second-reading.tsx';
import css from './shape.module.css';
import type { ShapeFacts } from './shape-panel.tsx';
import { text } from './text.ts';

interface SecondFileInputsProps {
  profile: ImportProfile;
  fileColumns: readonly string[];
  facts: ShapeFacts;
  onProfile: (profile: ImportProfile) => void;
}

/** A second file whose columns are brought along, and by which columns the two belong together. */
export function SecondFileInputs({ profile, fileColumns, facts, onProfile }: SecondFileInputsProps) {
  const t = useText(text);
  const platform = usePlatform();
  const { join } = profile.shape;
  const choose = useMutation({
    mutationFn: () => platform.chooseFiles(),
    onSuccess: ([file]) => file && facts.onChoose({ secondFileId: file.fileId }),
  });
  const without = () => {
    const { join: _, ...shape } = profile.shape;
    facts.onChoose({ shape, secondFileId: undefined, joinOn: undefined });
  };
  const second = facts.isAtHand ? facts.second : namedSecond(join, t.secondName);
  const isLacking = facts.isAtHand && join !== undefined && facts.second === null;
  return (
    <section className={css.part}>
      <h3>{t.second}</h3>
      {isLacking && <p className={css.bad}>{t.chooseSecond}</p>}
      {choose.isError && (
        <p className={css.bad} role="alert">
          <Told message={choose.error.message} />
        </p>
      )}
      {join && second && (
        <JoinInputs
          profile={profile}
          fileColumns={fileColumns}
          join={join}
          second={second}
          facts={facts}
          onProfile={onProfile}
        />
      )}
      <div className={css.row}>
        {facts.isAtHand && !facts.second && (
          <Button variant="default" size="xs" loading={choose.isPending} onClick={() => choose.mutate()}>
            {isLacking ? t.chooseFirst : t.join}
          </Button>
        )}
        {join && (
          <Button variant="default" size="xs" onClick={without}>
            {t.withoutSecond}
          </Button>
        )}
        {!join && <span className={css.quiet}>{facts.isAtHand ? t.secondHint : t.secondNeedsFile}</span>}
      </div>
    </section>
  );
}

/** The second file as far as the profile names it, where it is not at hand. */
function namedSecond(join: Join | undefined, fileName: string): SecondFileFacts | null {
  if (!join) return null;
  return { fileName, columns: [...new Set([...join.on.map(({ other }) => other), ...join.bring])] };
}

interface JoinInputsProps extends SecondFileInputsProps {
  join: Join;
  second: SecondFileFacts;
}

function JoinInputs({ profile, fileColumns, join, second, facts, onProfile }: JoinInputsProps) {
  const t = useText(text);
  const { fileName, columns } = second;
  /** Other columns make another table, in which those that are rows may not be found. */
  const rejoin = (next: Partial<Join>) => {
    const { unpivot, ...shape } = profile.shape;
    const kept = facts.isAtHand || !unpivot ? shape : { ...shape, unpivot };
    facts.onChoose({ shape: { ...kept, join: { ...join, ...next } }, joinOn: undefined });
  };
  const brought = {
    className: css.wide,
    label: t.bring(fileName),
    data: columns,
    value: join.bring,
    onChange: (bring: string[]) => bring.length > 0 && rejoin({ bring }),
  };
  return (
    <div className={css.inputs}>
      <JoinKeys join={join} fileColumns={fileColumns} second={second} onChange={(on) => rejoin({ on })} />
      <Select
        label={t.several}
        allowDeselect={false}
        data={(['refuse', 'first'] as const).map((value) => ({ value, label: t.severalRules[value] }))}
        value={join.several}
        onChange={(several) =>
          several !== null &&
          onProfile({ ...profile, shape: { ...profile.shape, join: { ...join, several: several as Join['several'] } } })
        }
      />
      <SecondReading reading={join.reading} onChange={(reading) => rejoin({ reading })} />
      {facts.isAtHand ? <MultiSelect size="xs" searchable {...brought} /> : <TagsInput size="xs" {...brought} />}
    </div>
  );
}
