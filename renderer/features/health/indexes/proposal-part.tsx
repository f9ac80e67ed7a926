import { Button } from '@mantine/core';
import { useId } from 'react';
import type { Proposal } from '../../../../shared/contract/indexes.ts';
import { indexWords } from '../../../../shared/text/indexes.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { ShapeName } from '../responses/shape-name.tsx';
import css from './indexes.module.css';
import { text } from './text.ts';
import type { Indexes } from './use-indexes.ts';

/** Less than this for a thousand records is what measuring makes of the same. */
const NOTICED_MS = 0.1;

interface ProposalPartProps {
  proposal: Proposal;
  indexes: Indexes;
}

/** One index that was tried: whether it is worth it, its times, what it costs, and the button that makes it. */
export function ProposalPart({ proposal, indexes }: ProposalPartProps) {
  const t = useText(text);
  const words = useText(indexWords);
  const format = useFormat();
  const { name, action, recordsTried, megabytes, insertMsPerThousand, worthIt } = proposal;
  const creates = action === 'create';
  const heading = useId();
  return (
    <li className={css.proposal}>
      <div className={css.head}>
        <h3 id={heading} className={css.name}>
          {creates ? t.make(name) : t.drop(name)}
        </h3>
        <p className={css.verdict} data-worth={worthIt}>
          {words.verdict(proposal)}
        </p>
        <Button
          className={css.action}
          variant={worthIt ? 'filled' : 'default'}
          title={creates ? t.makeHint : t.takeAwayHint}
          aria-describedby={heading}
          onClick={() => (creates ? indexes.apply(name) : indexes.revert(name))}
        >
          {creates ? t.makeIt : t.takeAway}
        </Button>
      </div>
      <TriedTable tried={proposal.tried} />
      <p className={css.quiet}>
        {[
          creates ? t.takes(format.bytes(megabytes * 1e6)) : t.givesBack(format.bytes(megabytes * 1e6)),
          insertMsPerThousand < NOTICED_MS ? t.writingAsBefore : t.writing(format.milliseconds(insertMsPerThousand)),
          t.triedOn(format.number(recordsTried)),
        ].join(' · ')}
      </p>
    </li>
  );
}

function TriedTable({ tried }: Pick<Proposal, 'tried'>) {
  const t = useText(text);
  const format = useFormat();
  if (tried.length === 0) return null;
  return (
    <table className={css.tried}>
      <thead>
        <tr>
          <th scope="col">{t.question}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
          <th scope="col">{t.saved}</th>
        </tr>
      </thead>
      <tbody>
        {tried.map(({ shape, beforeMs, afterMs }) => (
          <tr key={shape}>
            <th scope="row">
              <ShapeName shape={shape} />
            </th>
            <td>{format.number(beforeMs, 1)}</td>
            <td>{format.number(afterMs, 1)}</td>
            <td>{format.number(beforeMs - afterMs, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
