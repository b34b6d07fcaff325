import { Button, ErrorSummary, SkipLink } from 'govuk-frontend';
import { WordCount } from './word-count.js';
import { startLivePreviews } from './live-preview.js';
import { startDrafts } from './drafts.js';
import { startPasskeys } from './passkeys.js';

// Every page works without this file: it only adds comfort.
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  start('govuk-skip-link', SkipLink);
  start('govuk-error-summary', ErrorSummary);
  start('govuk-button', Button);
  start('govuk-character-count', WordCount);
  startPasskeys();
  startLivePreviews();
  startDrafts();
  tellZone();
  document.querySelectorAll('details[data-closes-on-escape]').forEach(closeOnEscape);
}

function start(name, Component) {
  for (const element of document.querySelectorAll(`[data-module="${name}"]`)) {
    try {
      new Component(element);
    } catch (error) {
      console.error(error);
    }
  }
}

function closeOnEscape(details) {
  details.addEventListener('keydown', event => {
    if (event.key === 'Escape' && details.open) {
      details.open = false;
      details.querySelector('summary').focus();
    }
  });
}

// The next page can then show each time in the reader's own zone as well.
function tellZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) {
    document.cookie = `zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
  }
}
