// Sets the remembered theme before anything is painted: the window's own code comes later, and a bright flash at night hurts.
// A file of its own, as the content security policy allows no script inside the page.
const remembered = localStorage.getItem('mantine-color-scheme-value');
const isDark =
  remembered === 'dark' || (remembered !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
