import { IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '../lib/connection.tsx';
import { useText } from '../lib/language.tsx';
import { useLate } from '../lib/use-late.ts';
import css from './connection-notice.module.css';
import { text } from './text.ts';

/** Says below the content that the service cannot be reached just now; a break too short to notice is not told. */
export function ConnectionNotice() {
  const t = useText(text);
  const { state } = useConnection();
  const late = useLate(state === 'lost');
  return (
    <div role="status">
      {late && (
        <p className={css.notice}>
          <IconPlugConnectedX size={16} aria-hidden />
          {t.connectionLost}
        </p>
      )}
    </div>
  );
}
