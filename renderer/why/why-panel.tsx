import { useText } from '../lib/language.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { ReportWhy } from './report-why.tsx';
import { text } from './text.ts';
import type { Why } from './why.ts';

/** Where a number comes from, in the drawer at the right. */
export function WhyPanel({ why, onClose }: { why: Why; onClose: () => void }) {
  const t = useText(text);
  return (
    <SidePanel title={why.measures.length === 1 ? t.why : t.whyThese} onClose={onClose}>
      <ReportWhy why={why} />
    </SidePanel>
  );
}
