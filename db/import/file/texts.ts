/** Chunks of UTF-8 as text, letters whole wherever a chunk ends, the mark dropped; `stray` throws for bytes that are no letters. */
export async function* textsOf(chunks: AsyncIterable<Buffer>, stray: () => never): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return stray(); // a decoder fails for nothing else
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
