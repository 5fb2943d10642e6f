const paths = {
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5l3-3m-3 3 3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M13 6.5l-3-3m3 3-3 3',
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  grip: 'M6 3.5h.1M6 8h.1M6 12.5h.1M10 3.5h.1M10 8h.1m-.1 4.5h.1',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5v-8h8',
  bin: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  page: 'M4 2.5h5.5l2.5 2.5v8.5H4z',
  condition: 'M3 3.5h4.5L10 8l-2.5 4.5H3M10 8h3.5',
} as const;

export type EditorIconName = keyof typeof paths;

/** The editor's own line drawings, beside those of the console. */
export function EditorIcon({ name }: { name: EditorIconName }) {
  return <Drawing path={paths[name]} />;
}

/** A line drawing on a field of 16 × 16; never the only carrier of a meaning. */
export function Drawing({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
