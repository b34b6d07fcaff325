// Passkeys: asks the server for a challenge, lets the browser answer it, and posts the answer with the form.
const parse = {
  create: json => PublicKeyCredential.parseCreationOptionsFromJSON(json),
  get: json => PublicKeyCredential.parseRequestOptionsFromJSON(json)
};

export function startPasskeys() {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    return;
  }

  document.querySelectorAll('[data-passkey-section]').forEach(section => { section.hidden = false; });
  document.querySelectorAll('form[data-passkey]').forEach(form => form.addEventListener('submit', event => {
    event.preventDefault();
    answer(form);
  }));
}

async function answer(form) {
  const error = form.querySelector('[data-passkey-error]');
  error.hidden = true;
  try {
    const ceremony = form.dataset.passkey;
    const response = await fetch(ceremony === 'create' ? '/passkeys/options-to-create' : '/passkeys/options-to-sign-in', {
      method: 'POST',
      headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value }
    });
    if (!response.ok) {
      throw new Error(form.dataset.passkeyFailed);
    }

    const credential = await navigator.credentials[ceremony]({ publicKey: parse[ceremony](await response.json()) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (failure) {
    error.textContent = failure instanceof DOMException ? form.dataset.passkeyRefused : form.dataset.passkeyFailed;
    error.hidden = false;
  }
}
