import { useText } from '../lib/language.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { OriginExplained } from './origin-explained.tsx';
import { RecordsExplained } from './records-explained.tsx';
import { ReportExplained } from './report-explained.tsx';
import { text } from './text.ts';
import type { Why } from './why.ts';
import { whyTitle } from './why-title.ts';

export interface WhyPanelProps {
  why: Why;
  onClose: () => void;
}

function Explained({ why, onClose }: WhyPanelProps) {
  switch (why.of) {
    case 'report':
      return <ReportExplained why={why} onClose={onClose} />;
    case 'page':
    case 'search':
    case 'record':
      return <RecordsExplained why={why} />;
    case 'import':
    case 'file':
    case 'health':
      return <OriginExplained why={why} />;
  }
}

/** Where a number comes from, in the drawer at the right. */
export function WhyPanel({ why, onClose }: WhyPanelProps) {
  const t = useText(text);
  return (
    <SidePanel title={whyTitle(why, t)} onClose={onClose}>
      <Explained why={why} onClose={onClose} />
    </SidePanel>
  );
}
