/** What the end of a text that is cut has of its room: names often differ only there. */
const END_SHARE = 0.4;

/** A text that fits a room, cut in its middle with an ellipsis where it must be; `widthOf` measures texts in the unit of the room. */
export function cutMiddle(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const letters = [...text];
  const from = (at: number) => letters.slice(at).join('');
  const upTo = (at: number) => letters.slice(0, at).join('');
  let tail = letters.length;
  while (tail > 0 && widthOf(from(tail - 1)) <= room * END_SHARE) tail--;
  const end = from(tail).trimStart();
  const left = room - widthOf(`…${end}`);
  let head = 0;
  while (head < tail && widthOf(upTo(head + 1)) <= left) head++;
  return `${upTo(head).trimEnd()}…${end}`;
}
