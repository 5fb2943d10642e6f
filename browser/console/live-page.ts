/** Tells the server that a script asks, not a person: such a request does not keep a session alive. */
export const LIVE_HEADERS = { 'x-live': '1', accept: 'text/html' };

/** Reads a page that was fetched, without running or loading anything in it. */
export async function pageOf(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
