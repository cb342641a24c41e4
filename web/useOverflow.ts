import { useEffect, useRef, useState } from 'preact/hooks';

/** Whether the element holds more than it is wide, as it stands now. */
export function useOverflow(): readonly [(element: HTMLElement | null) => void, boolean] {
  const element = useRef<HTMLElement | null>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const observer = new ResizeObserver(() => setOverflows(watched.scrollWidth > watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [
    (found) => {
      element.current = found;
    },
    overflows,
  ];
}
