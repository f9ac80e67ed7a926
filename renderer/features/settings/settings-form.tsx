import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type SettingName, type Settings, settingDefinitions } from '../../../shared/contract/settings.ts';
import { useClient } from '../../lib/connection.tsx';
import { useText } from '../../lib/language.tsx';
import { findPersonal, findSettings } from './find-settings.ts';
import { PersonalSettings } from './personal-settings.tsx';
import { SettingInput } from './setting-input.tsx';
import css from './settings-dialog.module.css';
import { changedMeanwhile, changesOf, editedOf, type TypedSettings } from './settings-edit.ts';
import { text } from './text.ts';

/** Every setting by its group, and a search over them; what is hidden by it keeps what was typed. */
export function SettingsForm({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useText(text);
  const client = useClient();
  const queryClient = useQueryClient();
  const [sought, setSought] = useState('');
  const [typed, setTyped] = useState<TypedSettings>({});
  const edited = editedOf(typed, settings);
  const changes = changesOf(typed, settings);
  const type = (name: SettingName, value: number | null) =>
    setTyped((now) => ({ ...now, [name]: { value, over: now[name]?.over ?? settings[name] } }));
  const save = useMutation({
    mutationFn: (changed: Partial<Settings>) => client.settings.change(changed),
    onSuccess: (now) => {
      queryClient.setQueryData(['settings'], now);
      // Alerts go by the settings.
      void queryClient.invalidateQueries({ queryKey: ['health'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changes) save.mutate(changes);
  };
  const found = Map.groupBy(findSettings(sought), (name) => settingDefinitions[name].group);
  const personal = findPersonal(sought);
  return (
    <form onSubmit={submit}>
      <TextInput
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        data-autofocus
      />
      <div className={css.list}>
        {personal.length > 0 && <PersonalSettings names={personal} />}
        {[...found].map(([group, names]) => (
          <fieldset key={group} className={css.group}>
            <legend className={css.legend}>{t.groups[group]}</legend>
            {names.map((name: SettingName) => (
              <SettingInput
                key={name}
                name={name}
                value={edited[name]}
                meanwhile={changedMeanwhile(typed[name], settings[name])}
                onChange={(value) => type(name, value)}
              />
            ))}
          </fieldset>
        ))}
        <p className={css.nothing} role="status">
          {found.size === 0 && personal.length === 0 && t.nothingFound}
        </p>
      </div>
      {save.error && (
        <p className={css.error} role="alert">
          {t.notSaved(save.error.message)}
        </p>
      )}
      <div className={css.buttons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button type="submit" disabled={changes === null} loading={save.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
