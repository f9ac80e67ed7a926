/** The shape of a question, whole where it is cut; it names measures and fields as the command line does, in any language. */
export function ShapeName({ shape }: { shape: string }) {
  return (
    <span lang="en" title={shape}>
      {shape}
    </span>
  );
}
