import { headAndTail } from './head-and-tail.ts';
import css from './long-name.module.css';

/** A name in one line. Where it finds no room it is cut before its end, so that names that differ only there can be told apart. */
export function LongName({ name }: { name: string }) {
  const parts = headAndTail(name);
  if (parts === null) return name;
  return (
    <span className={css.name} data-long title={name}>
      <span className={css.head}>{parts.head}</span>
      <span className={css.tail}>{parts.tail}</span>
    </span>
  );
}
