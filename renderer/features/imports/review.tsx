import { Button, Group } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Told } from '../../ui/told.tsx';
import { PreviewFindings } from './gate/preview-findings.tsx';
import { changeImports } from './import-queue.ts';
import type { QueuedFile, ReadingChoice, Review as ReviewState } from './import-queue-state.ts';
import css from './imports.module.css';
import { MappingPanel } from './mapping-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { changeProfile, countsNothing, type ProfileChange, shortcomings } from './profile-edit.ts';
import { ProfileName } from './profile-name.tsx';
import type { ProfileChoice } from './profiles/choose-profile.tsx';
import { openQuestions, questionKey } from './questions.ts';
import { QuestionsPanel } from './questions-panel.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { type ShapeFacts, ShapePanel } from './shape/shape-panel.tsx';
import { text as shapePanelText } from './shape/text.ts';
import { text } from './text.ts';
import { ValuesPanel } from './values/values-panel.tsx';
import type { RecognisedFile } from './what-it-is/file-writing.tsx';
import { WhatItIsPanel } from './what-it-is/what-it-is-panel.tsx';

interface ReviewProps {
  file: QueuedFile;
  fileId: string;
  onLeaveOut: () => void;
}

/** The questions only a person can answer, what the rows of a file become, and how it is read; then it is imported. */
export function Review({ file, fileId, onLeaveOut }: ReviewProps) {
  const t = useText(text);
  const client = useClient();
  const inspected = useQuery({
    queryKey: ['inspect', fileId, file.choice],
    queryFn: ({ signal }) => client.imports.inspect({ fileId, ...file.choice }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const choose = (choice: ReadingChoice) => changeImports({ type: 'choose', key: file.key, choice });
  const leave = (
    <Button variant="default" onClick={onLeaveOut}>
      {t.leaveOut}
    </Button>
  );
  const asFound = Object.keys(file.choice).length > 0 && <Button onClick={() => choose({})}>{t.asFound}</Button>;
  if (inspected.isError) {
    return (
      <Panel title={file.name}>
        <div role="alert">
          <EmptyState
            title={t.unreadable}
            action={
              <Group>
                {leave}
                {asFound}
              </Group>
            }
          >
            <Told message={inspected.error.message} />
          </EmptyState>
        </div>
      </Panel>
    );
  }
  if (!inspected.data) {
    return (
      <Panel title={file.name} subtitle={t.looking} actions={leave}>
        <LoadingDim loading empty height={320}>
          {null}
        </LoadingDim>
      </Panel>
    );
  }
  const { profile, preview, remembered, parts, recognised, profiles, profileId, findings, second } = inspected.data;
  // Whoever imported such a file before has answered for it; the answers are shown and can be changed.
  const review = file.review ?? { profile, answered: remembered ? preview.ambiguities.map(questionKey) : [] };
  return (
    <Settled
      file={file}
      fileId={fileId}
      bytes={inspected.data.bytes}
      remembered={remembered}
      firstPreview={preview}
      firstProfile={profile}
      review={review}
      written={{ parts, recognised, onChoose: (choice) => choose({ ...file.choice, ...choice }) }}
      kept={{ profiles, profileId, onChoose: (id) => choose({ ...file.choice, profileId: id }) }}
      shape={{ findings, second, isAtHand: true, onChoose: (choice) => choose({ ...file.choice, ...choice }) }}
      onLeaveOut={onLeaveOut}
    />
  );
}

interface SettledProps extends ReviewProps {
  bytes: number;
  remembered: boolean;
  firstPreview: Awaited<ReturnType<ReturnType<typeof useClient>['imports']['preview']>>;
  firstProfile: ImportProfile;
  review: ReviewState;
  written: RecognisedFile;
  kept: ProfileChoice;
  shape: ShapeFacts;
}

function Settled({ file, fileId, review, firstPreview, firstProfile, onLeaveOut, ...props }: SettledProps) {
  const t = useText(text);
  const shapeWords = useText(shapePanelText);
  const format = useFormat();
  const client = useClient();
  const { profile, answered, decisions = {} } = review;
  const said = { profile, decisions };
  const { secondFileId } = file.choice;
  const deferred = useDeferredValue(profile);
  const previewed = useQuery({
    // What rows become depends neither on the profile's name nor on what is decided about them.
    queryKey: ['preview', fileId, secondFileId, { ...deferred, name: undefined, gate: undefined }],
    queryFn: ({ signal }) => client.imports.preview({ fileId, secondFileId, profile: deferred }, { signal }),
    initialData: deferred === firstProfile ? firstPreview : undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const start = useMutation({
    mutationFn: () => client.imports.start({ fileId, secondFileId, ...said }),
    onSuccess: ({ jobId }) => {
      setReview({}); // how it was read is asked again where the import waits for a decision
      changeImports({ type: 'stage', key: file.key, stage: { name: 'importing', jobId, fileId } });
    },
  });
  const setReview = (next: Partial<ReviewState>) =>
    changeImports({ type: 'review', key: file.key, review: { ...review, ...next } });
  const change = (made: ProfileChange) => setReview({ profile: changeProfile(profile, made) });

  const preview = previewed.data ?? firstPreview;
  // Whoever wrote a profile has answered by it, as on the command line.
  const open = review.isFromFile ? [] : openQuestions(preview.ambiguities, answered);
  const lacking = shortcomings(profile);
  const { isWhole } = preview;
  const isSecondLacking = profile.shape.join !== undefined && secondFileId === undefined;
  const toDo = isSecondLacking ? shapeWords.chooseSecond : open.length > 0 ? t.answerFirst : null;
  const obstacle = lacking[0] ? t.shortcomings[lacking[0]] : toDo;
  const canStart = obstacle === null && !previewed.isError && preview.accepted > 0 && !start.isPending;
  return (
    <>
      <ProfileName
        fileName={file.name}
        bytes={props.bytes}
        remembered={props.remembered}
        profile={profile}
        kept={props.kept}
        onChange={change}
        onProfile={(next) => setReview({ profile: next, isFromFile: true })}
      />
      {preview.ambiguities.length > 0 && (
        <QuestionsPanel
          preview={preview}
          profile={profile}
          firstProfile={firstProfile}
          answered={review.isFromFile ? preview.ambiguities.map(questionKey) : answered}
          remembered={props.remembered}
          onAnswer={(next, key) => setReview({ profile: next, answered: [...answered, key] })}
        />
      )}
      <PreviewFindings fileId={fileId} secondFileId={secondFileId} said={said} onSay={setReview} />
      <MappingPanel profile={profile} columns={preview.columns} onChange={change} />
      <PreviewPanel
        profile={profile}
        preview={preview}
        isWhole={isWhole}
        query={previewed}
        isBehind={deferred !== profile}
      />
      <ReadingPanel profile={profile} remembered={props.remembered} onChange={change} />
      <div className={css.beside}>
        <WhatItIsPanel profile={profile} written={props.written} />
        <ShapePanel
          profile={profile}
          fileColumns={preview.fileColumns}
          notes={preview.notes}
          facts={props.shape}
          onProfile={(next) => setReview({ profile: next })}
        />
        <ValuesPanel profile={profile} columns={preview.columns} onProfile={(next) => setReview({ profile: next })} />
      </div>
      <div className={css.bar}>
        <span role="status" className={obstacle || start.isError ? css.bad : css.quiet}>
          {start.error?.message ??
            obstacle ??
            t.previewCounts(format.number(preview.accepted), format.number(preview.rejected), isWhole)}
          {obstacle === null && countsNothing(profile) && <span className={css.warning}> {t.countsNothing}</span>}
        </span>
        <Button variant="default" onClick={onLeaveOut}>
          {t.leaveOut}
        </Button>
        <Button disabled={!canStart} loading={start.isPending} onClick={() => start.mutate()}>
          {isWhole ? t.importRows(format.number(preview.accepted), preview.accepted === 1) : t.importFile}
        </Button>
      </div>
    </>
  );
}
