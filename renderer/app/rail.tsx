import { useCommands } from '../commands/commands.tsx';
import { AlertCount } from '../features/health/alerts/alert-count.tsx';
import { useLabels, useText } from '../lib/language.tsx';
import { formatHash, goTo, parseHash, useHash } from '../lib/router.tsx';
import css from './rail.module.css';
import { isWithin, routes } from './routes.tsx';
import { text } from './text.ts';

/** The screens, at the left; real links, so that they can be opened in another tab. */
export function Rail({ current }: { current: string }) {
  const t = useText(text);
  const labels = useLabels();
  const { params } = parseHash(useHash());
  const { canRun } = useCommands();
  return (
    <nav className={css.rail} aria-label={t.screens}>
      <div className={css.mark} aria-hidden>
        <svg viewBox="0 0 24 24" width="24" height="24" role="presentation">
          <path d="M3 15.5h4.2L10 8l4 9 2.6-5.5H21" />
        </svg>
      </div>
      {routes.map(({ path, rail }) => {
        if (rail === null || !canRun(rail.command)) return null;
        const { command, icon: Icon } = rail;
        return (
          <a
            key={path}
            className={css.link}
            href={formatHash(path, params)}
            aria-current={isWithin(current, path) ? 'page' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              goTo(path);
            }}
          >
            <Icon size={20} stroke={1.6} aria-hidden />
            <span>{labels.commands[command]}</span>
            {path === 'health' && <AlertCount />}
          </a>
        );
      })}
    </nav>
  );
}
