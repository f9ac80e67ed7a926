import { useText } from '../lib/language.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { RecordsExplained } from './records-explained.tsx';
import { ReportExplained } from './report-explained.tsx';
import { text } from './text.ts';
import type { Why } from './why.ts';
import { whyTitle } from './why-title.ts';

/** Where a number comes from, in the drawer at the right. */
export function WhyPanel({ why, onClose }: { why: Why; onClose: () => void }) {
  const t = useText(text);
  return (
    <SidePanel title={whyTitle(why, t)} onClose={onClose}>
      {why.of === 'report' ? <ReportExplained why={why} /> : <RecordsExplained why={why} />}
    </SidePanel>
  );
}
