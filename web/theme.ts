import { useLayoutEffect, useState } from 'preact/hooks';

export type Theme = 'auto' | 'light' | 'dark';

const next: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

function remembered(): Theme {
  try {
    const theme = localStorage.getItem('theme');
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

/** The chosen theme and the step to the next one. `public/theme.js` sets the first one before the page is drawn. */
export function useTheme(): { readonly theme: Theme; readonly step: () => void } {
  const [theme, setTheme] = useState(remembered);
  useLayoutEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'auto' && system.matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
  return {
    theme,
    step: () => {
      remember(next[theme]);
      setTheme(next[theme]);
    },
  };
}
