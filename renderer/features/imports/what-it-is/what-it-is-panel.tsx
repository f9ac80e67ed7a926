import type { ImportProfile } from '../../../../shared/import/profile.ts';
import { recognitionText } from '../../../../shared/import/recognition-text.ts';
import { useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ColumnFindings } from './column-findings.tsx';
import { FileWritingInputs, type RecognisedFile } from './file-writing.tsx';
import { FindingNote } from './finding-note.tsx';
import { text } from './text.ts';
import css from './what-it-is.module.css';

/** What a file was recognised as, how sure each part of that is and why; each can be said otherwise. */
export function WhatItIsPanel({ profile, written }: { profile: ImportProfile; written: RecognisedFile }) {
  const t = useText(text);
  const words = useText(recognitionText);
  const { recognised } = written;
  return (
    <Panel title={t.title} subtitle={t.hint}>
      <div className={css.panel}>
        <div className={css.format}>
          <strong>{words.formats[profile.format]}</strong>
          <FindingNote finding={recognised.format} />
        </div>
        <FileWritingInputs profile={profile} written={written} />
        <ColumnFindings columns={recognised.columns} />
      </div>
    </Panel>
  );
}
