import type { JSX } from 'preact';

/** The mark: the crossbar of a Đ that goes on as a tick. */
export function Mark({ size }: { readonly size: number }): JSX.Element {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="40" height="40" rx="11" />
      <path class="mark-letter" d="M14.5 9.5H20a10.5 10.5 0 0 1 0 21h-5.5z" />
      <path class="mark-tick" d="M8.5 19.5h7.2l4 4.6 9.4-10.6" />
    </svg>
  );
}

const drawings = {
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  auto: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 7.5h4M12 12h6M12 16.5h4',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  attach: 'M20 11.5l-7.8 7.8a5 5 0 0 1-7-7l8.2-8.2a3.4 3.4 0 0 1 4.8 4.8l-8.1 8.1a1.7 1.7 0 0 1-2.4-2.4l7-7',
  send: 'M12 19V5M6 11l6-6 6 6',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M19 12H5M11 6l-6 6 6 6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  quoted: 'M4 7h16M4 17h9M4 12h16M17 15l3 3-3 3',
  open: 'M5 12h14M13 6l6 6-6 6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.6-3.6 3.7-5.5 7.5-5.5s6.9 1.9 7.5 5.5',
  upload: 'M12 15V4M7 8.5l5-5 5 5M5 20h14',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.5v.1',
  retry: 'M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}

/** Ground and sign: a round tick, a square cross, a question in a diamond, so that their outlines tell them apart. */
const statusDrawings = {
  met: ['M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z', 'M7.5 12.5l3 3 6-7'],
  missing: [
    'M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z',
    'M8.5 8.5l7 7M15.5 8.5l-7 7',
  ],
  unknown: [
    'M10.6 1.1a2 2 0 0 1 2.8 0l9.5 9.5a2 2 0 0 1 0 2.8l-9.5 9.5a2 2 0 0 1-2.8 0l-9.5-9.5a2 2 0 0 1 0-2.8z',
    'M9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.7M12 16.9v.1',
  ],
} as const;

export function StatusIcon({ status }: { readonly status: keyof typeof statusDrawings }): JSX.Element {
  const [ground, sign] = statusDrawings[status];
  return (
    <svg class="status-icon" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ground} />
      <path d={sign} />
    </svg>
  );
}
