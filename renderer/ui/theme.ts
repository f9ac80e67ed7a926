import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The one accent: Okabe-Ito's blue, from a tint to a shade. 6 on light and 4 on dark meet AA as text. */
const accent: MantineColorsTuple = [
  '#eaf4fb',
  '#d3e7f4',
  '#a6cfe9',
  '#76b5de',
  '#56a8dc',
  '#2a86c4',
  '#006aa8',
  '#005b91',
  '#004c79',
  '#003a5d',
];

/** Neutral surfaces of the dark scheme, from text to the ground behind all. */
const dark: MantineColorsTuple = [
  '#e3e7eb',
  '#c3cad1',
  '#9fa9b3',
  '#6f7a85',
  '#3c444c',
  '#2d343b',
  '#20262c',
  '#191e23',
  '#12161a',
  '#0d1013',
];

const gray: MantineColorsTuple = [
  '#f6f7f8',
  '#eef0f2',
  '#e2e5e9',
  '#d3d8dd',
  '#bcc4cb',
  '#909aa4',
  '#68727d',
  '#4d5761',
  '#343c44',
  '#1a2026',
];

const face =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif';

/** Buttons in the accent: the text on them has to change with the scheme, which the library's own choice does not. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === 'filled' && isAccent ? { ...colors, color: 'var(--tl-on-accent)' } : colors;
};

/** Calm and dense: five sizes, two weights, one accent; everything small unless told otherwise. */
export const theme = createTheme({
  colors: { accent, dark, gray },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  variantColorResolver: variantColors,
  black: gray[9],
  fontFamily: face,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.25', xl: '1.15' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: {
    fontFamily: face,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Button: {
      defaultProps: { size: 'xs' },
      styles: (_theme: unknown, props: { variant?: string }) =>
        props.variant === undefined || props.variant === 'filled' ? {} : { label: { fontWeight: 400 } },
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 'md' },
      styles: (_theme: unknown, props: { variant?: string }) =>
        props.variant === 'subtle' ? { root: { color: 'var(--tl-text-quiet)' } } : {},
    },
    // The library's own are two pixels smaller than the smallest size there is.
    InputWrapper: {
      styles: {
        description: { fontSize: 'var(--mantine-font-size-xs)' },
        error: { fontSize: 'var(--mantine-font-size-xs)' },
      },
    },
    Pill: { styles: { root: { fontSize: 'var(--mantine-font-size-xs)' } } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { iconColor: 'var(--tl-on-accent)' } },
    Radio: { defaultProps: { iconColor: 'var(--tl-on-accent)' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' }, styles: { label: { fontWeight: 400 } } },
    Table: { defaultProps: { verticalSpacing: 4, horizontalSpacing: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120, transition: 'fade' },
        overlayProps: { backgroundOpacity: 0.45 },
      },
      styles: { title: { fontWeight: 600 } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});

/** Surfaces, lines, status and chart colours of both schemes, as `--tl-…` variables for the style sheets. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#586370',
    '--mantine-color-placeholder': '#6b7682',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#006aa8',
    '--tl-ground': '#f4f5f7',
    '--tl-surface': '#ffffff',
    '--tl-sunken': '#eef0f2',
    '--tl-line': '#dfe3e7',
    '--tl-line-strong': '#c3cad1',
    '--tl-text': '#1a2026',
    '--tl-text-quiet': '#586370',
    '--tl-accent': '#006aa8',
    '--tl-accent-soft': '#e3f0f9',
    '--tl-on-accent': '#ffffff',
    '--mantine-primary-color-contrast': '#ffffff',
    '--tl-good': '#0a7358',
    '--tl-warning': '#8a5a00',
    '--tl-bad': '#b04300',
    '--tl-chart-good': '#3d8fc4',
    '--tl-chart-good-soft': '#cfe3f1',
    '--tl-chart-good-before': '#00466f',
    '--tl-chart-good-line-before': '#9cc1da',
    '--tl-chart-bad': '#d55e00',
    '--tl-chart-bad-before': '#8a3d00',
    '--tl-chart-bad-soft': '#f6d9c3',
    '--tl-chart-before': '#93a1ad',
    '--tl-chart-grid': '#e8ebee',
    '--tl-series-1': '#0072b2',
    '--tl-series-2': '#d98c00',
    '--tl-series-3': '#009e73',
    '--tl-series-4': '#c55a93',
    '--tl-series-5': '#3d9fd8',
    '--tl-series-6': '#d55e00',
    '--tl-series-7': '#8f8000',
    '--tl-series-8': '#4b3f8f',
    '--tl-series-others': '#8d98a3',
    '--tl-heat': '#0072b2',
    '--tl-heat-less': '#d55e00',
  },
  dark: {
    '--mantine-color-body': '#191e23',
    '--mantine-color-dimmed': '#9fa9b3',
    '--mantine-color-placeholder': '#8d98a3',
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-anchor': '#6db9e8',
    '--tl-ground': '#101418',
    '--tl-surface': '#191e23',
    '--tl-sunken': '#12161a',
    '--tl-line': '#2b3239',
    '--tl-line-strong': '#444d56',
    '--tl-text': '#e3e7eb',
    '--tl-text-quiet': '#9fa9b3',
    '--tl-accent': '#6db9e8',
    '--tl-accent-soft': '#1b3344',
    '--tl-on-accent': '#0b1418',
    '--mantine-primary-color-contrast': '#0b1418',
    '--tl-good': '#4fc3a1',
    '--tl-warning': '#e6b04a',
    '--tl-bad': '#f29352',
    '--tl-chart-good': '#4a9fd6',
    '--tl-chart-good-soft': '#203c50',
    '--tl-chart-good-before': '#9ccbeb',
    '--tl-chart-good-line-before': '#3d6c8c',
    '--tl-chart-bad': '#e9853c',
    '--tl-chart-bad-before': '#f6c7a0',
    '--tl-chart-bad-soft': '#4a2f1c',
    '--tl-chart-before': '#7d8994',
    '--tl-chart-grid': '#262c33',
    '--tl-series-1': '#4a9fd6',
    '--tl-series-2': '#e6a42e',
    '--tl-series-3': '#2fb58c',
    '--tl-series-4': '#d98bb5',
    '--tl-series-5': '#8fd0f5',
    '--tl-series-6': '#ea7a2e',
    '--tl-series-7': '#e3d85a',
    '--tl-series-8': '#a99be6',
    '--tl-series-others': '#78838e',
    '--tl-heat': '#4a9fd6',
    '--tl-heat-less': '#ea7a2e',
  },
});
