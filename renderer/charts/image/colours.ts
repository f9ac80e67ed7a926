/** Colours as any program can read them: the window's own are variables and mixtures, which only a browser resolves. */
const resolved = new Map<string, Rgba>();

interface Rgba {
  /** '#rrggbb' */
  hex: string;
  /** 0 to 1. */
  alpha: number;
}

/** A CSS colour as it is painted, by painting a pixel of it. */
export function resolveColour(css: string): Rgba {
  const known = resolved.get(css);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser does not paint');
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const colour = { hex, alpha: alpha / 255 };
  resolved.set(css, colour);
  return colour;
}
