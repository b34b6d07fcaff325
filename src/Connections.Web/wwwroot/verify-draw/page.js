// The page around draw-proof.js: takes a record from the text box, a file or the address, and shows each step.
import { readRecord, verify } from './draw-proof.js';

const titles = {
  commitment: 'The secret was fixed before the draw',
  pool: 'The entrants are those whose hash was published',
  key: 'Reveal and public randomness give the key',
  tickets: 'Every ticket follows from the key',
  selected: 'The lowest tickets were selected',
  substitutes: 'The substitutes are in the right order',
};

const form = document.querySelector('form');
const text = document.querySelector('#record');
const file = document.querySelector('#file');
const errors = document.querySelector('#errors');
const result = document.querySelector('#result');

function element(name, content, className) {
  const node = document.createElement(name);
  node.textContent = content;
  if (className) {
    node.className = className;
  }
  return node;
}

function showProblems(problems) {
  errors.hidden = problems.length === 0;
  errors.querySelector('ul').replaceChildren(...problems.map((problem) => element('li', problem)));
  text.setAttribute('aria-invalid', String(problems.length > 0));
  if (problems.length > 0) {
    result.hidden = true;
    errors.focus();
  }
}

function showResult(outcome) {
  const verdict = result.querySelector('#verdict');
  verdict.textContent = outcome.valid ? 'This draw is genuine.' : 'This record is not a true draw.';
  verdict.className = outcome.valid ? 'verdict genuine' : 'verdict false';
  result.querySelector('ol').replaceChildren(...outcome.checks.map((check) => {
    const item = element('li', '', check.holds ? 'holds' : 'fails');
    item.append(element('strong', `${titles[check.name]}: ${check.holds ? 'yes' : 'no'}`), element('p', check.detail));
    return item;
  }));
  result.querySelector('tbody').replaceChildren(...outcome.tickets.map((ticket) => {
    const row = document.createElement('tr');
    const reference = element('th', ticket.entrant);
    reference.scope = 'row';
    row.append(element('td', String(ticket.place)), reference, element('td', ticket.ticket, 'ticket'), element('td', ticket.isSelected ? 'selected' : 'substitute'));
    return row;
  }));
  result.hidden = false;
  verdict.focus();
}

async function check() {
  const { record, problems } = readRecord(text.value);
  showProblems(problems);
  if (record) {
    showResult(await verify(record));
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});

file.addEventListener('change', async () => {
  if (file.files.length > 0) {
    text.value = await file.files[0].text();
  }
});

// A results page may link here with ?record=/path/of/its/record.json on the same site.
const address = new URLSearchParams(location.search).get('record');
if (address && /^\/(?!\/)/.test(address)) {
  const response = await fetch(address);
  if (response.ok) {
    text.value = await response.text();
    await check();
  } else {
    showProblems(['The record could not be fetched. Paste it into the box instead.']);
  }
}
