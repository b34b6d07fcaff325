// A long form that is being written is kept as a draft now and then, so that a browser that closes costs nothing. The form's
// own button saves the same with a press. A draft never sends the form, and never goes over what another window saved.
const pause = 2500;

// A connection that hangs does not hold up who presses the button.
const patience = 8000;

export function startDrafts() {
  document.querySelectorAll('form[data-draft]').forEach(form => {
    const state = form.querySelector('[data-draft-state]');
    if (state) {
      keep(form, state);
    }
  });
}

function keep(form, state) {
  // Without the version, which every answer raises.
  const words = () => {
    const data = new FormData(form);
    data.delete(form.dataset.draftVersion);
    return new URLSearchParams(data).toString();
  };
  let kept = words();
  let timer;
  let saving = null;
  let isOver = false;
  let isWaiting = false;

  function save(keepalive = false) {
    clearTimeout(timer);
    if (isOver || saving || words() === kept) {
      return saving;
    }

    const sent = words();
    saving = send(form, state, new URLSearchParams(new FormData(form)).toString(), keepalive)
      .then(answer => {
        kept = answer?.saved ? sent : kept;
        isOver = answer?.over === true;
      })
      .finally(() => {
        saving = null;
        if (kept === sent && words() !== kept) {
          // Somebody went on typing meanwhile.
          timer = setTimeout(save, pause);
        }
      });
    return saving;
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });
  form.addEventListener('submit', async event => {
    clearTimeout(timer);
    if (isWaiting) {
      // Pressed again meanwhile: the first press is enough.
      event.preventDefault();
      return;
    }

    if (saving) {
      // What is on its way gives the form a new version, which has to be in it before it is sent.
      event.preventDefault();
      isWaiting = true;
      await saving;
      isWaiting = false;
      form.requestSubmit(event.submitter);
      return;
    }

    isOver = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      save(true);
    }
  });
  window.addEventListener('pageshow', event => {
    isOver &&= !event.persisted;
  });
}

async function send(form, state, body, keepalive) {
  try {
    const response = await fetch(form.dataset.draft, {
      method: 'POST', body, keepalive, signal: AbortSignal.timeout(patience), headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    });
    const answer = await response.json();
    state.textContent = answer.message;
    if (answer.version !== undefined) {
      form.elements[form.dataset.draftVersion].value = answer.version;
    }

    return answer;
  } catch {
    // No connection, or signed out meanwhile: the words are still in the form, and the next key tries again.
    state.textContent = state.dataset.draftFailed;
    return null;
  }
}
