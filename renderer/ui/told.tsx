import { toldIn } from '../../shared/text/told/told.ts';
import { useLanguage } from '../lib/language.tsx';

/** What the service says in a sentence of its own, in the language of the window; what is not known in it stays English. */
export function Told({ message }: { message: string }) {
  const { language } = useLanguage();
  const told = toldIn(language, message);
  return told === null ? <span lang="en">{message}</span> : told;
}
