import type { ComponentChildren, JSX } from 'preact';
import { Icon, Mark } from './icons.tsx';
import { followLink } from './navigation.ts';
import { writeRoute } from './route.ts';
import { texts } from './texts.ts';
import { useTheme } from './theme.ts';

export function Header({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { theme, step } = useTheme();
  return (
    <header class="header">
      <Mark size={40} />
      <div class="header-name">
        <h1>{texts.name}</h1>
        <p>{texts.tagline}</p>
      </div>
      {children}
      <a class="button" href={writeRoute({ kind: 'documents' })} onClick={followLink}>
        <Icon name="document" />
        <span>{texts.documentsButton}</span>
      </a>
      <button
        type="button"
        class="button icon-only"
        aria-label={texts.themes[theme]}
        title={texts.themes[theme]}
        onClick={step}
      >
        <Icon name={theme} />
      </button>
    </header>
  );
}
