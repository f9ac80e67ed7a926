import { Button, MultiSelect, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Preview } from '../../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import type { Join } from '../../../../shared/import/shape.ts';
import { usePlatform } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import css from './shape.module.css';
import type { ShapeFacts } from './shape-panel.tsx';
import { text } from './text.ts';

interface SecondFileInputsProps {
  profile: ImportProfile;
  preview: Preview;
  facts: ShapeFacts;
  onProfile: (profile: ImportProfile) => void;
}

/** A second file whose columns are brought along, and by which columns the two belong together. */
export function SecondFileInputs({ profile, preview, facts, onProfile }: SecondFileInputsProps) {
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
  const isLacking = join !== undefined && facts.second === null;
  return (
    <section className={css.part}>
      <h3>{t.second}</h3>
      {isLacking && <p className={css.bad}>{t.chooseSecond}</p>}
      {choose.isError && (
        <p className={css.bad} role="alert">
          {choose.error.message}
        </p>
      )}
      {join && facts.second && (
        <JoinInputs profile={profile} preview={preview} join={join} facts={facts} onProfile={onProfile} />
      )}
      <div className={css.row}>
        {!facts.second && (
          <Button variant="default" size="xs" loading={choose.isPending} onClick={() => choose.mutate()}>
            {isLacking ? t.chooseFirst : t.join}
          </Button>
        )}
        {join && (
          <Button variant="default" size="xs" onClick={without}>
            {t.withoutSecond}
          </Button>
        )}
        {!join && <span className={css.quiet}>{t.secondHint}</span>}
      </div>
    </section>
  );
}

function JoinInputs({ profile, preview, join, facts, onProfile }: SecondFileInputsProps & { join: Join }) {
  const t = useText(text);
  const { fileName, columns } = facts.second ?? { fileName: '', columns: [] };
  const rejoin = (next: Partial<Join>) => {
    const { unpivot: _, ...shape } = profile.shape;
    facts.onChoose({ shape: { ...shape, join: { ...join, ...next } }, joinOn: undefined });
  };
  const [key, ...more] = join.on;
  return (
    <div className={css.inputs}>
      <Select
        label={t.keyHere}
        allowDeselect={false}
        searchable
        data={[...preview.fileColumns]}
        value={key?.column ?? null}
        onChange={(column) => column !== null && key && rejoin({ on: [{ ...key, column }, ...more] })}
      />
      <Select
        label={t.keyThere(fileName)}
        allowDeselect={false}
        searchable
        data={columns}
        value={key?.other ?? null}
        onChange={(other) => other !== null && key && rejoin({ on: [{ ...key, other }, ...more] })}
      />
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
      <MultiSelect
        className={css.wide}
        label={t.bring(fileName)}
        searchable
        data={columns}
        value={join.bring}
        onChange={(bring) => bring.length > 0 && rejoin({ bring })}
      />
    </div>
  );
}
