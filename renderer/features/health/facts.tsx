import css from './facts.module.css';

interface FactsProps {
  facts: readonly { name: string; value: string; hint?: string }[];
}

/** A few numbers with their names, one a line. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={css.facts}>
      {facts.map(({ name, value, hint }) => (
        <div key={name} title={hint}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
