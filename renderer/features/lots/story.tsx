import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { LotStory } from '../../../shared/contract/lots.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { writeScope } from '../../../shared/questions/scope-url.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { formatHash } from '../../lib/router.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { AlikePanel } from './alike-panel.tsx';
import css from './lots.module.css';
import { NeighboursPanel } from './neighbours-panel.tsx';
import { OriginPanel } from './origin-panel.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { text } from './text.ts';
import { TimelinePanel } from './timeline-panel.tsx';
import { Totals } from './totals.tsx';
import { TouchedPanel } from './touched-panel.tsx';
import type { LotParams } from './use-lot-params.ts';
import { useLotStory } from './use-lots.ts';
import { datesInWords, itemsInWords } from './words.ts';

/** All that is known of one lot. */
export function Story({ lot, params }: { lot: string; params: LotParams }) {
  const story = useLotStory(lot);
  if (story.isError) return <ErrorState error={story.error} onRetry={() => void story.refetch()} />;
  return (
    <LoadingDim loading={story.isPlaceholderData || story.isPending} empty={!story.data} height="100%">
      {story.data && <Told key={story.data.summary.lot} story={story.data} params={params} />}
    </LoadingDim>
  );
}

function Told({ story, params }: { story: LotStory; params: LotParams }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { summary } = story;
  const { lot } = summary;
  const [openId, setOpenId] = useState<number | null>(null);
  const ofLot: ReportQueryInput['filters'] = [{ field: 'lot', in: [lot] }];
  const opened = story.records.find(({ id }) => id === openId);
  const words = [format.list(summary.lines), itemsInWords(summary, format), datesInWords(summary, format)];
  return (
    <>
      <header className={css.head}>
        <div className={css.headWords}>
          <h2>{t.lot(lot)}</h2>
          <p className={css.quiet}>
            {words.filter((each) => each !== '').join(' · ')} ·{' '}
            {t.records(format.number(summary.records), summary.records === 1)}
            <WhyButton
              of={labels.measures.records}
              why={{ of: 'report', measures: ['records'], query: { measures: ['records'], filters: ofLot } }}
            />
          </p>
        </div>
        <Button component="a" variant="default" href={recordsOf(lot)} leftSection={<IconTable size={14} aria-hidden />}>
          {t.showRecords}
        </Button>
      </header>
      <div className={css.panels}>
        <Totals lot={lot} units={summary.units} />
        <TimelinePanel story={story} onOpen={setOpenId} openId={openId} />
        <ReasonsPanel lot={lot} reason="defectReason" />
        <ReasonsPanel lot={lot} reason="downtimeReason" />
        <NeighboursPanel story={story} params={params} />
        <AlikePanel lot={lot} params={params} />
        <TouchedPanel lot={lot} params={params} />
        <OriginPanel story={story} onOpen={setOpenId} />
      </div>
      {opened && <RecordPanel record={opened} onClose={() => setOpenId(null)} />}
    </>
  );
}

/** The address of the records of a lot, whenever they were made. */
function recordsOf(lot: string): string {
  const scope = { range: 'all' as const, filters: [{ field: 'lot' as const, in: [lot] }] };
  return formatHash('records', writeScope(scope, new URLSearchParams()));
}
