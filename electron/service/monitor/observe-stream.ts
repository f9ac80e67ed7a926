/** How a call that goes on is watched. */
export interface StreamWatch<Event> {
  onEvent(event: Event): void;
  onError(error: unknown): void;
  /** Whoever took it has had enough, or it is over. */
  onEnd(): void;
}

/** The same stream, passed on as it is while it is watched. */
export function observeStream<Event>(
  stream: AsyncIterator<Event>,
  { onEvent, onError, onEnd }: StreamWatch<Event>,
): AsyncIteratorObject<Event> {
  return {
    async next() {
      try {
        const result = await stream.next();
        if (result.done) onEnd();
        else onEvent(result.value);
        return result;
      } catch (error) {
        onError(error);
        throw error;
      }
    },
    async return(value) {
      onEnd();
      return (await stream.return?.(value)) ?? { done: true, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return?.();
    },
  };
}
