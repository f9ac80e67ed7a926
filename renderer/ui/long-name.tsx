import { headAndTail } from './head-and-tail.ts';
import css from './long-name.module.css';

/** A name in one line. Where it finds no room it is cut before its end, so that names that differ only there can be told apart. */
export function LongName({ name }: { name: string }) {
  const parts = headAndTail(name);
  if (parts === null) return name;
  // Two parts are read as two words, which they are where a space parts them.
  const isOneWord = parts.tail.trimStart() === parts.tail || undefined;
  return (
    <span className={css.name} data-long title={name}>
      {isOneWord && <span className={`visually-hidden ${css.whole}`}>{name}</span>}
      <span className={css.head} aria-hidden={isOneWord}>
        {parts.head}
      </span>
      <span className={css.tail} aria-hidden={isOneWord}>
        {parts.tail}
      </span>
    </span>
  );
}
