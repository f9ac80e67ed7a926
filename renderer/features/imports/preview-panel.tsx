import type { UseQueryResult } from '@tanstack/react-query';
import type { Preview } from '../../../shared/contract/schemas.ts';
import { recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { shapeText } from '../../../shared/import/shape-text.ts';
import { NO_DATA } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Told } from '../../ui/told.tsx';
import css from './imports.module.css';
import { text } from './text.ts';

interface PreviewPanelProps {
  profile: ImportProfile;
  preview: Preview;
  /** The preview has looked at every row of the file. */
  isWhole: boolean;
  query: UseQueryResult<Preview>;
  /** The answers of before: what was changed since is on its way. */
  isBehind: boolean;
}

/** The first rows as the records they become, and those that are set aside with the reason. */
export function PreviewPanel({ profile, preview, isWhole, query, isBehind }: PreviewPanelProps) {
  const t = useText(text);
  const format = useFormat();
  const labels = useLabels();
  const appears = (name: (typeof recordFieldNames)[number]) => preview.rows.some((row) => row.record?.[name]);
  const fields = recordFieldNames.filter((name) => profile.fields[name] || appears(name));
  const isNumber = (name: (typeof fields)[number]) =>
    ['quantity', 'minutes', 'seconds'].includes(recordFields[name].kind);
  return (
    <Panel
      title={t.previewTitle}
      subtitle={
        query.isError
          ? undefined
          : t.previewCounts(format.number(preview.accepted), format.number(preview.rejected), isWhole)
      }
      columns={6}
    >
      {query.isError ? (
        <ErrorState error={query.error} />
      ) : (
        <LoadingDim loading={query.isFetching || isBehind} empty={false} height={300}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
          <div className={css.scroll} tabIndex={0}>
            <table className={`${css.table} ${css.preview}`}>
              <thead>
                <tr>
                  <th className={css.number}>{t.line}</th>
                  {fields.map((name) => (
                    <th key={name} className={isNumber(name) ? css.number : undefined}>
                      {labels.fields[name]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {preview.rows.map((row, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line of the file may be several records
                  <tr key={at} data-rejected={row.record === null && row.skipped === null}>
                    <td className={css.number}>{row.line}</td>
                    {row.record === null ? (
                      <td className={css.why} colSpan={fields.length}>
                        <WhyNone row={row} />
                      </td>
                    ) : (
                      fields.map((name) => (
                        <td key={name} className={isNumber(name) ? css.number : undefined}>
                          {row.record?.[name] ?? <span className={css.quiet}>{NO_DATA}</span>}
                        </td>
                      ))
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </LoadingDim>
      )}
    </Panel>
  );
}

function WhyNone({ row: { reason, skipped } }: { row: Preview['rows'][number] }) {
  const t = useText(text);
  const words = useText(shapeText);
  if (skipped !== null) return <span className={css.quiet}>{words.skipped[skipped]}</span>;
  return (
    <>
      <strong>{t.setAside}:</strong> <Told message={reason ?? ''} />
    </>
  );
}
