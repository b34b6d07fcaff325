// Beside a text that is being written: what its readers will see, as the server draws it. The form's own preview button
// does the same with a press, so nothing depends on this.
const pause = 600;

export function startLivePreviews() {
  document.querySelectorAll('form[data-live-preview]').forEach(form => {
    const panel = document.getElementById(form.dataset.livePreview);
    const button = form.querySelector('[data-preview-button]');
    if (panel && button?.hasAttribute('formaction')) {
      follow(form, panel, button.formAction);
    }
  });
}

function follow(form, panel, address) {
  let timer;
  let request;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      request?.abort();
      request = new AbortController();
      try {
        await draw(form, panel, address, request.signal);
      } catch (error) {
        // What was shown last stays; the next key or the button tries again.
        if (error.name !== 'AbortError') {
          console.error(error);
        }
      }
    }, pause);
  });
}

async function draw(form, panel, address, signal) {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal });
  if (!response.ok || response.redirected) {
    return;
  }

  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const drawn = page.getElementById(panel.id);
  if (drawn) {
    panel.replaceChildren(...drawn.childNodes);
  }
}
