import { shapeWords } from '../../../../shared/text/shapes.ts';
import { useText } from '../../../lib/language.tsx';

/** The shape of a question in words; as it is written in files and by the command line where it is cut. */
export function ShapeName({ shape }: { shape: string }) {
  const words = useText(shapeWords);
  return <span title={shape}>{words(shape)}</span>;
}
