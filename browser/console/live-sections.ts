import { LIVE_HEADERS, pageOf } from './live-page.js';

const DEFAULT_INTERVAL_MS = 5000;

/** The content of each section when it was last fetched, to see whether it has changed. */
const lastSeen = new WeakMap<Element, string>();

/**
 * Fetches every `<section id="x" data-live="/url" data-every="3000">` again and replaces it when it has changed.
 * Sections of one address share a request; a section somebody is working in is left alone.
 */
export function keepSectionsLive(): void {
  const sectionsByUrl = new Map<string, HTMLElement[]>();
  for (const section of document.querySelectorAll<HTMLElement>('[data-live]')) {
    lastSeen.set(section, section.innerHTML);
    const url = section.dataset['live'] ?? '';
    sectionsByUrl.set(url, [...(sectionsByUrl.get(url) ?? []), section]);
  }
  for (const [url, sections] of sectionsByUrl) void keepFresh(url, sections);
}

/** One request after the other, never two at once; one that fails is made again the next time. */
async function keepFresh(url: string, sections: readonly HTMLElement[]): Promise<never> {
  const interval = Math.min(
    ...sections.map(({ dataset }) => Number(dataset['every'] ?? DEFAULT_INTERVAL_MS)),
  );
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, interval));
    await refresh(url, sections).catch(() => undefined);
  }
}

async function refresh(url: string, sections: readonly Element[]): Promise<void> {
  if (document.hidden) return;
  const response = await fetch(url, { headers: LIVE_HEADERS });
  if (response.status === 401) {
    location.reload();
    return;
  }
  if (!response.ok) return;

  const page = await pageOf(response);
  for (const section of sections) replace(section, page.getElementById(section.id));
}

function replace(section: Element, fresh: Element | null): void {
  const isWorkedIn = section.contains(document.activeElement);
  if (!fresh || isWorkedIn || fresh.innerHTML === lastSeen.get(section)) return;
  lastSeen.set(section, fresh.innerHTML);
  const opened = [...section.querySelectorAll('details[open][id]')].map(({ id }) => id);
  section.replaceChildren(...fresh.childNodes);
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
}
