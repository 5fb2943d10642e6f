import { askBeforeSending } from './confirm-dialog.js';
import { followTyping } from './letter-preview.js';
import { keepSectionsLive } from './live-sections.js';

/** What a script adds to the console; every page works without. */
askBeforeSending();
keepSectionsLive();
for (const editor of document.querySelectorAll<HTMLElement>('[data-letter]')) followTyping(editor);
